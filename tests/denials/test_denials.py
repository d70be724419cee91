"""Every norm of every regulation, said, weakened and denied: no finding, or T6 at its level.

The norms are those of the knowledge base, each with its sentence of kb/audit/norms.toml, so that a
further regulation brings its own cases: here Wanamerta, as an overlay.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from oracle.side_by_side import findings

from denials.said import MANNERS, WORDS, alone, denied, of_hospital, said_of, sentence, waived
from patuh.checking import check, facts_of, read
from patuh.engine.overlays.overlay import lay_over
from patuh.finding import Finding, Level
from patuh.knowledge.regulations import regulation
from patuh.knowledge.root import kb_root, use
from patuh.revision.language.said import Norm, Said, norms_of, table

OVERLAY = Path(__file__).parents[1] / "overlay" / "wanamerta"
LAWS = ("paser_56_2020", "kutim_41_2023", "wanamerta_27_2024")
NONE = table()["none"]

LEVELS: dict[str, dict[str, str]] = {
    "kewajiban": dict.fromkeys(MANNERS, "pelanggaran"),
    "ketetapan": {**dict.fromkeys(MANNERS, "pelanggaran"), "dapat": "peringatan"},
    "wewenang": {"tidak_dapat": "pelanggaran", "dilarang": "pelanggaran", "tidak": "peringatan"},
    "anjuran": {manner: "peringatan" for manner in MANNERS if manner != "dapat"},
    "tafsir": {manner: "peringatan" for manner in MANNERS if manner != "dapat"},
    "kebolehan": {"tidak_dapat": "peringatan", "dilarang": "peringatan"},
    "asas": {},
}
"""Kind of norm → manner → level; a step that only may be taken denies nothing but a duty."""

pytestmark = pytest.mark.xdist_group("denials")


@pytest.fixture(scope="module", params=LAWS)
def law(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A regulation, with its overlay if it has one."""
    with ExitStack() as stack:
        if request.param.startswith("wanamerta"):
            target = tmp_path_factory.mktemp("denials") / "kb"
            lay_over(kb_root(), OVERLAY, target)
            stack.enter_context(use(target))
        yield request.param


@cache
def said(law: str) -> list[Said]:
    return said_of(law)


def test_every_norm_has_a_kind_and_a_sentence_or_a_reason(law: str) -> None:
    kindless = {norm.predicate for norm in norms_of(law) if norm.kind is None}
    assert kindless == set()
    told = {one.norm for one in said(law)}
    dumb = {
        norm.predicate
        for norm in norms_of(law)
        if norm not in told and norm.kind != "pengertian" and not waived(norm)
    }
    assert dumb - set(NONE) == set()


def test_what_a_norm_says_has_no_finding(law: str) -> None:
    """Notes may stand: what lies outside the regulation, or is told of a hospital."""
    texts = dict.fromkeys(alone(one, regulation(law)) for one in said(law))
    facts = [facts_of(*read(text, "said.sotk")).text for text in texts]
    found = {
        text: [str(atom.arguments[2]) for atom in atoms if str(atom.arguments[0]) != "catatan"]
        for text, atoms in zip(texts, findings(law, facts), strict=True)
    }
    assert {text: checks for text, checks in found.items() if checks} == {}


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("part", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_a_norm_that_is_denied_is_found_at_its_level(law: str, manner: str, part: int) -> None:
    """Each manner with every other norm; with the rest under `pytest -m slow`."""
    half = said(law)[(part + list(MANNERS).index(manner)) % 2 :: 2]
    text, lines = denied(regulation(law), half, manner)
    result = check(text.encode(), "denied.sotk")
    found = [finding for finding in result.findings if finding.check == "T6"]
    wrong = {}
    for one in half:
        at = [f for f in found if any(p.span.line == lines[one] for p in f.places)]
        if told := _differs(one, manner, at, said(law)):
            wrong[sentence(one, manner)] = (one.norm.predicate, one.norm.leaf, told)
    assert wrong == {}


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("part", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2))])
def test_other_words_of_denial_are_found_alike(law: str, words: str, part: int) -> None:
    """Each of the words with a third of the norms; with all of them under `pytest -m slow`."""
    third = said(law)[(part + list(WORDS).index(words)) % 3 :: 3]
    every = [one for one in third if not (words == "menolak " and "diketuai" in one.text)]
    text, lines = denied(regulation(law), every, words)
    result = check(text.encode(), "denied.sotk", proofs=False)
    found: dict[int, Level] = {}
    for finding in result.findings:
        if finding.check == "T6":
            for place in finding.places:
                line = place.span.line
                found[line] = max(finding.level, found.get(line, finding.level))
    missed = {
        sentence(one, words): (found.get(lines[one]), wanted)
        for one in every
        if (wanted := _level(one, WORDS[words])) and found.get(lines[one], 0) < Level[wanted]
    }
    assert missed == {}


def _differs(one: Said, manner: str, at: list[Finding], every: list[Said]) -> str:
    """What is wrong with the findings on a sentence; nothing if all is as it should be."""
    wanted = _level(one, manner)
    highest = max((finding.level for finding in at), default=None)
    cited = {c.provision for f in at for c in f.citations if f.level == highest}
    if wanted is None:
        same = {_level(other, manner) for other in every if other.norm.leaf == one.norm.leaf}
        return (
            "" if one.norm.leaf not in cited or same - {None} else "found, though it is not denied"
        )
    if highest is None or highest < Level[wanted]:
        return f"{highest}, not {wanted}"
    if highest == Level[wanted] and one.norm.leaf not in cited:
        return f"cites {sorted(cited)}"
    return ""


def _level(one: Said, manner: str) -> str | None:
    level = LEVELS[one.norm.kind or ""].get(manner)
    if one.flow and manner == "dapat" and one.norm.kind != "kewajiban":
        return None
    return "catatan" if level and of_hospital(one.norm) else level


def test_an_exemption_by_number_cites_the_one_provision(law: str) -> None:
    """Of an agency, from each leaf that binds agencies or whom it does not name."""
    levels = {"kewajiban": "pelanggaran", "ketetapan": "pelanggaran", "anjuran": "peringatan"}
    levels |= {"tafsir": "peringatan", "asas": "catatan"}
    order = ["catatan", "peringatan", "pelanggaran"]
    wanted: dict[str, str] = {}
    leaves: dict[str, list[Norm]] = {}
    for norm in norms_of(law):
        leaves.setdefault(norm.leaf, []).append(norm)
    for leaf, group in leaves.items():
        duties = [norm for norm in group if norm.predicate == "wajib"]
        if duties and not any(norm.values[0].startswith("perangkat_daerah") for norm in duties):
            continue
        found = [levels[norm.kind] for norm in group if norm.kind in levels]
        if found:
            wanted[leaf] = max(found, key=order.index)
    text, lines = exempted(law, wanted)
    result = check(text.encode(), "exempted.sotk")
    got = {
        leaf: [
            (finding.level.name.lower(), *(c.provision for c in finding.citations))
            for finding in result.findings
            if finding.check == "T6" and finding.places[0].span.line == line
        ]
        for leaf, line in lines.items()
    }
    assert got == {leaf: [(level, leaf)] for leaf, level in wanted.items()}


def exempted(law: str, leaves: dict[str, str]) -> tuple[str, dict[str, int]]:
    """A proposal that exempts an agency from each of the provisions, and the line of each."""
    from patuh_parser.legal.ids import label

    head = ["USULAN : A", f"DAERAH : {regulation(law).region}", "", "STRUKTUR", ""]
    lines = [f"Dinas Kesehatan dikecualikan dari ketentuan {label(leaf)}." for leaf in leaves]
    return "\n".join([*head, *lines]), {leaf: len(head) + at for at, leaf in enumerate(leaves, 1)}
