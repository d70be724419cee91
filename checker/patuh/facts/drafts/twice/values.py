"""Numbers with what they count, as a text states them: times, amounts, shares, persons, hours."""

import re
from collections.abc import Iterator

from msgspec import Struct

from patuh.knowledge.drafting import pattern_of

_MOST = ("lama", "lambat", "banyak", "tinggi")


class Value(Struct, frozen=True):
    """A number: the words that bound it, its unit, its figures, where it stands in its text."""

    bound: str
    unit: str
    figures: str
    start: int
    end: int

    @property
    def counted(self) -> str:
        """What is counted, without what sort of it ("hari" of "hari kerja")."""
        return self.unit.partition(" ")[0]

    @property
    def shown(self) -> str:
        """As it would be written, without its words in brackets."""
        money, share = f"Rp{self.figures}", f"{self.figures}%"
        plain = {"Rp": money, "%": share, "pukul": f"pukul {self.figures}"}
        return f"{self.bound} {plain.get(self.unit, f'{self.figures} {self.unit}')}".strip()

    @property
    def amount(self) -> tuple[str, str]:
        """What is compared: figures and unit, of years the months."""
        if self.unit == "tahun" and self.figures.isdigit():
            return f"{int(self.figures) * 12}", "bulan"
        return self.figures.replace(":", "."), self.unit

    @property
    def way(self) -> str:
        """Whether it is the most, the least or neither."""
        if not self.bound.startswith("paling"):
            return ""
        return "most" if self.bound.endswith(_MOST) else "least"


def values_in(text: str) -> Iterator[Value]:
    """The numbers of a text in their order."""
    return map(_value, pattern_of("nilai").finditer(text))


def _value(found: re.Match[str]) -> Value:
    unit = found["unit"] or found["rupiah"] or ("pukul" if found["clock"] else "%")
    figures = found["figures"] or found["amount"] or found["share"] or found["clock"]
    return Value(found["bound"] or "", unit, figures.rstrip("."), *found.span())
