"""National law as facts: `kb/drafting/nasional/peraturan.lp`, a regulation a line.

`.ci/make_national_law.py` writes the file from the tables that
`kb/drafting/peraturan_nasional.README.md` tells, which also says how sure they are. Of the 3,000
regulations only those become part of a check that a draft names.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from patuh.knowledge.root import kb_root, of_kb

_FACT = re.compile(
    r"(?P<predicate>\w+)\(\w+,\"[0-9]+\",[0-9]+(?P<rest>(?:,(?:\"(?:[^\"\\]|\\.)*\"|[0-9]+))*)\)"
)
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"")


class NationalLaw(Struct, frozen=True):
    """What is known of a regulation: its facts, its title (`""`: not known), its gazettes."""

    facts: tuple[str, ...]
    title: str
    gazettes: Mapping[str, str]


@of_kb
def national_law(kind: str, number: str, year: str, root: Path | None = None) -> NationalLaw | None:
    """The regulation of this kind (`uu`, `pp`, `perppu`, `uudrt`), `None` where it is not held."""
    line = _lines(root or kb_root()).get(f'{kind},"{number}",{year}')
    if line is None:
        return None
    title, gazettes = "", {}
    for fact in _FACT.finditer(line):
        words = [word.replace('\\"', '"') for word in _STRING.findall(fact["rest"])]
        if fact["predicate"] == "judul_nasional":
            title = words[0]
        elif fact["predicate"] == "lembaran_nasional":
            gazettes[words[0]] = words[1]
    return NationalLaw(tuple(fact[0] for fact in _FACT.finditer(line)), title, gazettes)


def numbers_of(kind: str, year: str, root: Path | None = None) -> list[str]:
    """The numbers of the regulations of a kind that are held of a year, the lowest first."""
    return _numbers(root or kb_root()).get((kind, year), [])


@of_kb
def _numbers(root: Path) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for regulation in _lines(root):
        kind, number, year = regulation.split(",")
        found.setdefault((kind, year), []).append(number.strip('"'))
    return {key: sorted(numbers, key=int) for key, numbers in found.items()}


@of_kb
def _lines(root: Path) -> dict[str, str]:
    """The lines by their regulation as it stands in each of its facts."""
    text = (root / "drafting/nasional/peraturan.lp").read_text(encoding="utf-8")
    facts = (line for line in text.splitlines() if not line.startswith("%"))
    return {",".join(line.partition("(")[2].split(",", 3)[:3]): line for line in facts}
