"""Words for the parts of a model: names, stations; for the printer."""

from collections.abc import Iterable, Mapping

from patuh_parser.sotk.lines.words import Line as TextLine
from patuh_parser.sotk.lines.words import words_of
from patuh_parser.sotk.model import Line, Placement, Proposal, Station, Term, Unit
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.enumerated import enumerated


def bound() -> str:
    """The words for the Asisten of each unit, whoever that is."""
    return tables().phrases["VARIABLE"][0]


class Phrases:
    """Knows the names of one proposal and the words that it spells in its own way."""

    def __init__(self, proposal: Proposal, displays: Mapping[str, str]) -> None:
        self.units = {unit.key: unit for unit in proposal.units}
        self.displays = displays
        self.placed = {(s.unit, s.parent) for s in proposal.statements if isinstance(s, Placement)}
        self.terms: dict[int, list[Term]] = {}
        for term in proposal.terms:
            self.terms.setdefault(term.span.line, []).append(term)

    def name(self, key: str, bare: bool = False) -> str:
        """Return the name of a unit as it may stand in any sentence.

        `bare` leaves out a parent that is no part of the key.
        """
        parts: list[str] = []
        at: str | None = key
        while at is not None:
            unit = self.units.get(at)
            if unit is None:
                parts.append(self.displays.get(at, at))
                break
            parts.append(self.own(unit))
            parent = unit.parent
            inside = at.startswith(f"{unit.name} pada ")
            if parent is None or (not inside and (bare or (at, parent) in self.placed)):
                break
            at = parent
        return " pada ".join(parts)

    def own(self, unit: Unit) -> str:
        """Return the name of a unit without what it lies in."""
        return f'"{unit.name}"' if unit.sort == "pihak_luar" else unit.name

    def names(self, keys: Iterable[str]) -> str:
        """Return several names with `dan`."""
        return enumerated(map(self.name, keys))

    def through(self, via: tuple[Station, ...], ordered: bool) -> str:
        """Return `melalui …` with a blank before it, or nothing."""
        if not via:
            return ""
        between = " kemudian " if ordered else " dan "
        return " melalui " + between.join(self.station(place) for place in via)

    def past(self, without: tuple[str, ...]) -> str:
        """Return `tanpa melalui …` with a blank before it, or nothing."""
        return f" tanpa melalui {' dan '.join(map(self.name, without))}" if without else ""

    def station(self, place: Station) -> str:
        """Return the name of a station."""
        return bound() if place.key is None else self.name(place.key)

    def spelled(self, words: str, line: Line) -> str:
        """Return the words of a pattern as the file spells them."""
        own = {
            term.standard: term.written
            for number in range(line.span.line, min(line.span.end_line, line.span.line + 50) + 1)
            for term in self.terms.get(number, ())
        }
        return " ".join(own.get(word, word) for word in words.split())


def ended(text: str) -> str:
    """Return a sentence with its full stop, apart where the text ends in a dot itself."""
    words = words_of(TextLine(1, 0, f"{text}."))
    return f"{text}." if words[-1].text == "." else f"{text} ."


def one_sentence(text: str) -> bool:
    """Tell whether a text may stand in a sentence: it holds no full stop and no colon."""
    return not any(word.text in (".", ":") for word in words_of(TextLine(1, 0, text)))
