"""`python tests/oracle/every_sort.py [l1 u …]` writes `sorts/`: found of one unit, of every sort.

Without arguments of all checks, else of those whose names begin so.

Of each case of each check the first written proposal is taken that has the finding on a unit. What
it says of the unit is said of units of other sorts too, as far as they can be read there and have
the finding. `test_every_sort.py` holds the product against the oracle on them: an exemption of one
sort would show.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from families import CASES
from mutation.proposals import written

from oracle.comparing import Derived, derived, sides
from patuh_parser.sotk import SotkError

FOLDER = Path(__file__).with_name("sorts")
_COMMON = (
    *("Dinas Perhubungan", "Badan Pendapatan Daerah", "Inspektorat", "Sekretariat DPRD"),
    *("Satuan Polisi Pamong Praja", "Bagian Hukum", "UPT Laboratorium Lingkungan", "Bidang Data"),
    *("Kelurahan Muara", "Asisten Administrasi Umum", "Staf Ahli Bidang Ekonomi", '"PT Maju"'),
    *("Wakil Bupati", "Sekretaris Daerah", "Sekretariat Daerah", "DPRD", "Bupati"),
    *("Badan Pusat Statistik", "Perumda Air Minum", "Kelompok Jabatan Fungsional"),
)
NAMES = {
    "paser_56_2020": (*_COMMON, "Kecamatan Kuaro", "Rumah Sakit Umum Daerah Panglima Sebaya"),
    "kutim_41_2023": (*_COMMON, "Kecamatan Bengalon", "Rumah Sakit Umum Daerah Kudungga"),
}
_SUBJECT = re.compile(r"\b(?:unit|pemberi|atasan|asisten)\((\w+|\"[^\"]*\")\)")
_PART = re.compile(r"^(?=ALUR|STRUKTUR|BAGAN)", re.MULTILINE)
_SENTENCE = re.compile(r"^(?=\S)", re.MULTILINE)
_TITLE = re.compile(r'(?<=")[^"\n]*(?=")')
Wanted = tuple[str, str, str]
"""The regulation, the check and its case."""


def starts() -> dict[Wanted, tuple[str, str]]:
    """For each case of a check under a regulation a text, and the name of the unit found in it."""
    found: dict[Wanted, tuple[str, str]] = {}
    for path, case in zip(CASES, written(CASES), strict=True):
        assert case.shown.input is not None
        names = case.shown.input.names
        text = "\n".join(
            line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"
        )
        for predicate, rows in case.atoms.items():
            for row in rows if predicate.startswith("temuan ") else ():
                _, _, check, told, rest = row.split(",", 4)
                unit = _SUBJECT.search(rest)
                name = names.get(unit[1].strip('"')) if unit else None
                if name and name in text and check == path.parent.name.lower():
                    found.setdefault((case.law, check, told), (text + "\n", name))
    return found


def said_of(text: str, name: str, others: list[str]) -> str:
    """The text, with what it says of a unit said of others too."""
    head, *parts = _PART.split(text)
    return head + "".join(_part(part, name, others) for part in parts)


def _part(part: str, name: str, others: list[str]) -> str:
    if part.startswith("ALUR"):
        copies = [part] if name not in part else [part, *_flows(part, name, others)]
        return "".join(f"{copy.rstrip()}\n\n" for copy in copies)
    sentences: list[str] = []
    for sentence in _SENTENCE.split(part):
        sentences.append(sentence)
        if name in sentence:
            sentences += [sentence.rstrip().replace(name, other) + "\n" for other in others]
    return "".join(sentences)


def _flows(part: str, name: str, others: list[str]) -> Iterator[str]:
    for number, other in enumerate(others, 2):
        heading, _, rest = part.partition("\n")
        heading = _TITLE.sub(lambda found, n=number: f"{found[0]} {n}", heading, count=1)
        yield f"{heading.replace(name, other)}\n{rest.replace(name, other)}"


def _count(one: Derived | SotkError, wanted: Wanted) -> int:
    """How often a case of a check is found; -1 where the oracle reads otherwise."""
    if isinstance(one, SotkError):
        return 0
    both = sides(one)
    if both is None or both[0] != both[1]:
        return -1
    units = {
        str(atom.arguments[5])
        for atom in one.atoms
        if atom.predicate == "temuan" and (atom.arguments[2], atom.arguments[3]) == wanted[1:]
    }
    return len(units)


def main() -> None:
    """Write a file for each case of a check in which more than one sort can have the finding."""
    FOLDER.mkdir(exist_ok=True)
    begins = tuple(sys.argv[1:])
    for wanted, (text, name) in starts().items():
        if begins and not wanted[1].startswith(begins):
            continue
        others = [one for one in NAMES[wanted[0]] if one not in text and one not in name]
        alone = derived([said_of(text, name, [other]) for other in others])
        base, *counts = (_count(one, wanted) for one in [*derived([text]), *alone])
        for other, count in zip(others, counts, strict=True):
            if count == -1:
                print(f"disagreement: {wanted} {other}")
        able = [other for other, count in zip(others, counts, strict=True) if count > base]
        every = derived([said_of(text, name, able)])[0] if able else None
        kept = able if every and _count(every, wanted) == base + len(able) else []
        for other in able if not kept else ():
            more = said_of(text, name, [*kept, other])
            if _count(derived([more])[0], wanted) > base + len(kept):
                kept.append(other)
        if kept:
            law, check, told = wanted
            path = FOLDER / f"{check}_{law.partition('_')[0]}_{told}.sotk"
            path.write_text(said_of(text, name, kept), encoding="utf-8")
            print(path.name, len(kept), "of", len(able), flush=True)


if __name__ == "__main__":
    main()
