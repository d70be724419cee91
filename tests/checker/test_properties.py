"""What changes nothing in the findings. The seeds are the cases of every check.

Every property runs on one case of every second check, even ones or odd ones in turn, so that
each check takes part in three properties at least; and on further cases that are drawn. With
`-m slow` it runs on every case.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from rewriting import lists_split, parts_of
from together import results

from patuh.checking import read
from patuh.finding import Result
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
"""Cases that are drawn besides one of each check."""
AT_ONCE = 100

Findings = Counter[tuple[str, str, str, str]]
Change = Callable[[Path, int], str | None]
"""Another text for a case, by a seed; None where there is nothing to change."""
Same = Callable[[Path, int, Findings, Findings], bool]
"""Whether the findings before and after are as they should be."""


def findings(result: Result) -> Findings:
    """Level, check, case and message of every finding, places left out."""
    wording = Wording("id", result.input)
    return Counter(
        (found.level.name, found.check, found.case, wording.sentence(found))
        for found in result.findings
    )


def words(found: Findings) -> Counter[tuple[str, str, str, tuple[str, ...]]]:
    """The findings, whatever the order of the words in their messages."""
    return Counter(
        (*row[:3], tuple(sorted(re.findall(r"\w+", row[3])))) for row in found.elements()
    )


def equal(_: Path, __: int, before: Findings, after: Findings) -> bool:
    return before == after


def on_checks(
    paths: list[Path], half: int, same: Same = equal
) -> Callable[[Change], Callable[[list[tuple[Path, int]]], None]]:
    """Makes of a change the property that it leaves the findings of a case as they are.

    On a case of every second check and on some that are drawn; all are checked in one pass.
    """

    def decorate(change: Change) -> Callable[[list[tuple[Path, int]]], None]:
        rng = random.Random(change.__name__)
        mixed = rng.sample(paths, len(paths))
        by_check = {path.parent: path for path in mixed if CHECKS.index(path.parent) % 2 == half}
        each = [*enumerate(by_check.values())]
        each += [(rng.randrange(2**32), path) for path in rng.choices(paths, k=MORE)]
        every = list(enumerate(paths, len(each)))

        @pytest.mark.parametrize(
            "seeded", [each, pytest.param(every, marks=pytest.mark.slow)], ids=["some", "every"]
        )
        def test(seeded: list[tuple[int, Path]]) -> None:
            for first in range(0, len(seeded), AT_ONCE):
                assert differing(seeded[first : first + AT_ONCE], change, same) == []

        test.__doc__ = change.__doc__
        return test

    return decorate


def differing(
    seeded: Sequence[tuple[int, Path]], change: Change, same: Same
) -> list[tuple[str, int, Findings, Findings]]:
    """The cases whose findings a change does not leave as they should be."""
    changed = [(path, seed, text) for seed, path in seeded if (text := change(path, seed))]
    assert changed
    texts = [TEXTS[path] for path, _, _ in changed] + [text for _, _, text in changed]
    found = list(map(findings, results(texts, proofs=False)))
    both = zip(changed, found[: len(changed)], found[len(changed) :], strict=True)
    return [
        (f"{path.parent.name}/{path.stem}", seed, before - after, after - before)
        for (path, seed, _), before, after in both
        if not same(path, seed, before, after)
    ]


def reordered(_: Path, __: int, before: Findings, after: Findings) -> bool:
    """What one finding names of several is told in the order of the text."""
    return words(before) == words(after)


@on_checks(ALL, 0, reordered)
def test_order_of_sentences(path: Path, seed: int) -> str:
    """Sentences of STRUKTUR and whole workflows may stand in any order."""
    parts = parts_of(TEXTS[path])
    shuffled = parts.sentences("STRUKTUR")
    random.Random(seed).shuffle(shuffled)
    flows = [part for part in parts.parts if part[0].startswith("ALUR")]
    random.Random(seed).shuffle(flows)
    rest = [part for part in parts.parts if not part[0].startswith("ALUR")]
    return type(parts)(parts.header, (*rest, *flows)).with_structure(shuffled).text


@on_checks(ALL, 1)
def test_blank_lines_comments_and_spaces(path: Path, seed: int) -> str:
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
    return "\n".join(lines) + "\n"


def renamer(path: Path, seed: int) -> Callable[[str], str] | None:
    """Renames every Dinas, Badan and UPT of a case; None if it has none.

    The new names keep the order of the old: of several, a message names the first and the last.
    """
    proposal, _ = read(without_comments(path), path.name)
    sorts = {"dinas", "badan", "unit_pelaksana_teknis"}
    names = sorted(unit.name for unit in proposal.units if unit.sort in sorts)
    numbers = iter(sorted(random.Random(seed).sample(range(100, 1_000), len(names))))
    new = {name: f"{name.split()[0]} Urusan {next(numbers)}" for name in names}
    if not new:
        return None
    pattern = re.compile("|".join(sorted(map(re.escape, new), key=len, reverse=True)))
    return lambda words: pattern.sub(lambda match: new[match[0]], words)


def without_comments(path: Path) -> str:
    return "\n".join(line for line in TEXTS[path].splitlines() if line[:1] != "#")


def renamed(path: Path, seed: int, before: Findings, after: Findings) -> bool:
    rename = renamer(path, seed)
    assert rename is not None
    return words(after) == words(Counter((*row[:3], rename(row[3])) for row in before.elements()))


@on_checks(PASER, 0, renamed)
def test_names_of_agencies_and_upt(path: Path, seed: int) -> str | None:
    """Paser lists no agency: a consistent renaming of Dinas, Badan and UPT renames the findings."""
    rename = renamer(path, seed)
    return rename(without_comments(path)) if rename else None


@on_checks(OPEN, 1)
def test_an_unrelated_unit_that_complies(path: Path, seed: int) -> str:
    """An agency in order brings no finding and takes none away, where no sentence is on all."""
    parts = parts_of(TEXTS[path])
    sentences = parts.sentences("STRUKTUR")
    sentences[seed % (len(sentences) + 1) : 0] = [
        "Dinas Urusan Tambahan bertanggung jawab kepada Bupati melalui Asisten Administrasi Umum"
        " kemudian Sekretaris Daerah.",
        "UPT Tambahan pada Dinas Urusan Tambahan.",
    ]
    return parts.with_structure(sentences).text


@on_checks(LISTING, 0)
def test_lists_and_single_sentences(path: Path, seed: int) -> str:
    """A list says the same as its entries in lists of one, wherever these stand."""
    parts = parts_of(TEXTS[path])
    split = [lists_split(sentence) for sentence in parts.sentences("STRUKTUR")]
    random.Random(seed).shuffle(split)
    return parts.with_structure(split).text


@on_checks(ALL, 1)
def test_canonical_form(path: Path, seed: int) -> str | None:  # noqa: ARG001 - nothing is drawn
    """What the reader understood, printed and read again, has the same findings.

    Words that the law writes otherwise are left out: printing puts them right.
    """
    proposal, laws = read(TEXTS[path], path.name)
    if proposal.terms:
        return None
    names = gazetteer(kb_root(), [law.id for law in laws])
    return print_proposal(proposal, names)


def clean(_: Path, __: int, before: Findings, after: Findings) -> bool:
    return before == after == Counter()


@on_checks(CLEAN_STRUCTURE, 0, clean)
def test_saying_it_twice(path: Path, seed: int) -> str:
    """A sentence that a clean proposal holds already changes nothing."""
    parts = parts_of(TEXTS[path])
    sentences = parts.sentences("STRUKTUR")
    rng = random.Random(seed)
    sentences.insert(rng.randrange(len(sentences) + 1), rng.choice(sentences))
    return parts.with_structure(sentences).text


@pytest.mark.parametrize("folder", CHECKS, ids=lambda folder: folder.name)
def test_taking_apart_loses_no_word(folder: Path) -> None:
    """The tool of these tests: parts put together again hold every word but comments."""
    for path in (path for path in ALL if path.parent == folder):
        text = TEXTS[path]
        bare = re.sub(r"(?m)(^|\s)#.*", "", text)
        assert parts_of(text).text.split() == bare.split(), path.name
