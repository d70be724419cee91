"""What changes nothing in the findings. The seeds are the cases of every check.

Every property runs on one case of every second check, even ones or odd ones in turn, so that
each check takes part in three properties at least; and on further cases that Hypothesis draws.
"""

import random
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from rewriting import lists_split, parts_of

from patuh.checking import check, read
from patuh.knowledge.names import gazetteer
from patuh.knowledge.root import kb_root
from patuh.report.wording import Wording
from patuh_parser.sotk import print_proposal

CASES = Path(__file__).parent.parent / "kb" / "cases"
TEXTS = {path: path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*/*.sotk"))}
ALL = [path for path, text in TEXTS.items() if "TERHADAP" not in text]
CHECKS = sorted({path.parent for path in ALL})
PASER = [path for path in ALL if path.name.startswith("paser_")]
OPEN = [
    path
    for path in PASER
    if "STRUKTUR" in TEXTS[path] and not re.search(r"[Ss]eluruh|lengkap", TEXTS[path])
]
LISTING = [path for path in ALL if re.search(r"(?m):\n\s*- ", TEXTS[path])]
CLEAN_STRUCTURE = [
    path
    for path in ALL
    if "#! bersih" in TEXTS[path] and parts_of(TEXTS[path]).sentences("STRUKTUR")
]
MORE = 2
"""Cases that Hypothesis draws besides one of each check."""

Findings = Counter[tuple[str, str, str, str]]
Property = Callable[[Path, int], None]


def findings(text: str) -> Findings:
    """Level, check, case and message of every finding, places left out."""
    result = check(text.encode(), "usulan.sotk", proofs=False)
    wording = Wording("id", result.input)
    return Counter(
        (found.level.name, found.check, found.case, wording.sentence(found))
        for found in result.findings
    )


@cache
def findings_of(path: Path) -> Findings:
    """The findings of a case as it stands."""
    return findings(TEXTS[path])


def on_checks(paths: list[Path], half: int) -> Callable[[Property], Callable[[], None]]:
    """Runs a property on a case of every second check and on some that Hypothesis draws."""

    def decorate(run: Property) -> Callable[[], None]:
        test = settings(max_examples=MORE)(
            given(path=st.sampled_from(paths), seed=st.integers(0, 2**32))(run)
        )
        mixed = random.Random(run.__name__).sample(paths, len(paths))
        by_check = {path.parent: path for path in mixed if CHECKS.index(path.parent) % 2 == half}
        for seed, path in enumerate(by_check.values()):
            test = example(path=path, seed=seed)(test)
        return test

    return decorate


@on_checks(ALL, 0)
def test_order_of_sentences(path: Path, seed: int) -> None:
    """Sentences of STRUKTUR and whole workflows may stand in any order."""
    parts = parts_of(TEXTS[path])
    shuffled = parts.sentences("STRUKTUR")
    random.Random(seed).shuffle(shuffled)
    flows = [part for part in parts.parts if part[0].startswith("ALUR")]
    random.Random(seed).shuffle(flows)
    rest = [part for part in parts.parts if not part[0].startswith("ALUR")]
    changed = type(parts)(parts.header, (*rest, *flows)).with_structure(shuffled)
    assert findings(changed.text) == findings_of(path)


@on_checks(ALL, 1)
def test_blank_lines_comments_and_spaces(path: Path, seed: int) -> None:
    """White space and comments between sentences and at the ends of lines mean nothing."""
    rng = random.Random(seed)
    parts = parts_of(TEXTS[path])
    noise = ["", "   ", "# catatan", "# Dinas Sosial bertanggung jawab langsung kepada Bupati."]

    def spaced(line: str) -> str:
        return "\n".join(
            part + rng.choice(["", "  ", "\t", "  # catatan"]) for part in line.split("\n")
        )

    lines = list(parts.header)
    for heading, sentences in parts.parts:
        lines += [rng.choice(noise), heading]
        for sentence in sentences:
            lines += [*rng.choices(noise, k=rng.randrange(3)), spaced(sentence)]
    assert findings("\n".join(lines) + "\n") == findings_of(path)


@on_checks(PASER, 0)
def test_names_of_agencies_and_upt(path: Path, seed: int) -> None:
    """Paser lists no agency: a consistent renaming of Dinas, Badan and UPT renames the findings.

    The new names keep the order of the old: of several, a message names the first and the last.
    """
    text = TEXTS[path]
    source = "\n".join(line for line in text.splitlines() if line[:1] != "#")
    proposal, _ = read(source, path.name)
    sorts = {"dinas", "badan", "unit_pelaksana_teknis"}
    names = sorted(unit.name for unit in proposal.units if unit.sort in sorts)
    numbers = iter(sorted(random.Random(seed).sample(range(100, 1_000), len(names))))
    new = {name: f"{name.split()[0]} Urusan {next(numbers)}" for name in names}
    assume(new)
    pattern = re.compile("|".join(sorted(map(re.escape, new), key=len, reverse=True)))

    def renamed(words: str) -> str:
        return pattern.sub(lambda match: new[match[0]], words)

    expected = [(*row[:3], sorted(renamed(row[3]).split())) for row in findings_of(path).elements()]
    found = [(*row[:3], sorted(row[3].split())) for row in findings(renamed(source)).elements()]
    assert sorted(found) == sorted(expected)


@on_checks(OPEN, 1)
def test_an_unrelated_unit_that_complies(path: Path, seed: int) -> None:
    """An agency in order brings no finding and takes none away, where no sentence is on all."""
    parts = parts_of(TEXTS[path])
    sentences = parts.sentences("STRUKTUR")
    sentences[seed % (len(sentences) + 1) : 0] = [
        "Dinas Urusan Tambahan bertanggung jawab kepada Bupati melalui Asisten Administrasi Umum"
        " kemudian Sekretaris Daerah.",
        "UPT Tambahan pada Dinas Urusan Tambahan.",
    ]
    assert findings(parts.with_structure(sentences).text) == findings_of(path)


@on_checks(LISTING, 0)
def test_lists_and_single_sentences(path: Path, seed: int) -> None:
    """A list says the same as its entries in lists of one, wherever these stand."""
    parts = parts_of(TEXTS[path])
    split = [lists_split(sentence) for sentence in parts.sentences("STRUKTUR")]
    random.Random(seed).shuffle(split)
    assert findings(parts.with_structure(split).text) == findings_of(path)


@on_checks(ALL, 1)
def test_canonical_form(path: Path, seed: int) -> None:  # noqa: ARG001 - nothing is drawn
    """What the reader understood, printed and read again, has the same findings.

    Words that the law writes otherwise are left out: printing puts them right.
    """
    proposal, laws = read(TEXTS[path], path.name)
    assume(not proposal.terms)
    names = gazetteer(kb_root(), [law.id for law in laws])
    assert findings(print_proposal(proposal, names)) == findings_of(path)


@on_checks(CLEAN_STRUCTURE, 0)
def test_saying_it_twice(path: Path, seed: int) -> None:
    """A sentence that a clean proposal holds already changes nothing."""
    parts = parts_of(TEXTS[path])
    sentences = parts.sentences("STRUKTUR")
    rng = random.Random(seed)
    sentences.insert(rng.randrange(len(sentences) + 1), rng.choice(sentences))
    assert findings(parts.with_structure(sentences).text) == findings_of(path) == Counter()


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_taking_apart_loses_no_word(path: Path) -> None:
    """The tool of these tests: parts put together again hold every word but comments."""
    text = TEXTS[path]
    bare = re.sub(r"(?m)(^|\s)#.*", "", text)
    assert parts_of(text).text.split() == bare.split()
