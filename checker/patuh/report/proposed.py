"""The words in which a proposal would have to say something: what the holes of advice stand for."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import product

from msgspec import Struct

from patuh.finding import Finding, Input, Value
from patuh.knowledge.messages import words
from patuh.messages import fill, holes
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.enumerated import enumerated

MARK = "`"
"""Around what is to be written in a proposal, in messages and in what is made of them."""
_MODAL = "cara"
"""The term for a modal or a denial: whichever of its wordings stands in the proposal."""
_ALSO = {"tidak": ("REFUSES", "BUKAN")}
"""What says the same in other places."""
_EMPTY = {"dan", "daerah", "kabupaten"}
"""Words by which no two names are alike."""
_EVERY, _FOR, _NEAREST = "semua_", "_bagi_", "_mirip_"


def with_word(term: str) -> str:
    """The hole for a line or act together with the word before whom it concerns."""
    return f"{term}_kepada"


class Hole(Struct, frozen=True):
    """A hole that no term of the finding fills: a norm, and which of its values are meant.

    `asisten_resmi`: one of the Asisten that the norm of this name gives; `semua_kewajiban_induk`:
    all that the norm gives; `daftar_bagi_unit`: what stands first in the norms that name the `unit`
    of the finding, besides it, or in any of them if none does; `daftar_mirip_unit`: the name in
    them that is nearest to the unit's, if any shares a word with it.
    """

    norm: str
    every: bool = False
    unit_of: str | None = None
    near: str | None = None


def hole_of(name: str) -> Hole:
    """What a hole asks of which norm."""
    if _FOR in name:
        norm, _, term = name.partition(_FOR)
        return Hole(norm, unit_of=term)
    if _NEAREST in name:
        norm, _, term = name.partition(_NEAREST)
        return Hole(norm, near=term)
    return Hole(name.removeprefix(_EVERY), every=name.startswith(_EVERY))


class Proposed:
    """Says terms and norms as a proposal does: in Indonesian, with names that can be read again."""

    def __init__(self, source: Input, names: Mapping[str, str]) -> None:
        """`names` are those to show."""
        self._source = source
        self._names = names
        self._terms = words("istilah", "id")

    def sentences(
        self, template: str, finding: Finding, said: Callable[[Value, str], str]
    ) -> list[str]:
        """The sentences that a template stands for, one for each choice that it leaves.

        `said` gives a term in Indonesian.
        """
        wanted = holes(template)
        texts = [self._texts(hole, finding, said) for hole in wanted]
        return [fill(template, dict(zip(wanted, one, strict=True))) for one in product(*texts)]

    def has(self, template: str, finding: Finding) -> bool:
        """Whether there is a name for each hole that asks for the nearest one."""
        near = [hole for hole in holes(template) if _NEAREST in hole]
        return all(self.values(hole, finding) for hole in near)

    def values(self, name: str, finding: Finding) -> list[str]:
        """What a hole stands for that no term of the finding fills."""
        hole = hole_of(name)
        from patuh.knowledge.norms import norms  # few findings need it

        facts = [values for _, values in norms(finding.regulation, hole.norm)]
        if hole.near is not None:
            unit = str(finding.terms[hole.near])
            return _nearest(self._name(unit), [self._name(values[-2]) for values in facts])
        of_unit = [f for f in facts if hole.unit_of and finding.terms[hole.unit_of] in f]
        keys = [
            next(v for v in f[1:] if v != finding.terms.get(hole.unit_of or "")) for f in of_unit
        ]
        names = [self._name(key) for key in dict.fromkeys(keys or (f[1] for f in facts))]
        return [enumerated(names)] if hole.every else names

    def _texts(self, hole: str, finding: Finding, said: Callable[[Value, str], str]) -> list[str]:
        value = finding.terms.get(hole)
        if value is None:
            return self.values(hole, finding)
        if hole == _MODAL:
            kinds = (str(value).upper(), *_ALSO.get(str(value), ()))
            spoken = [words for kind in kinds for words in tables().phrases.get(kind, ())]
            line, written = finding.place.span.line, self._source.denials
            anywhere = {words for _, words in written}
            there = [words for words in spoken if (line, words) in written]
            there = there or [words for words in spoken if words in anywhere]
            return there or spoken[:1] or [said(value, hole)]
        texts: list[str] = []
        for one in each_of(value):
            own = self._terms.get(f"{one}_{finding.regulation}")
            texts.append(own or (self._name(one) if one in self._source.names else said(one, hole)))
        return [enumerated(texts)]

    def _name(self, key: Value) -> str:
        """A unit with what it lies in, an outsider in quotes; of anything else the word."""
        text = str(key)
        if " pada " in text:
            return text
        name = self._names.get(text, self._terms.get(text, text.replace("_", " ")))
        return f'"{name}"' if text in self._source.quoted else name


def each_of(value: Value) -> tuple[Value, ...]:
    """The values of a term that findings told together differ in, else the value alone."""
    return value[1] if isinstance(value, tuple) and not value[0] else (value,)


def _nearest(name: str, others: Sequence[str]) -> list[str]:
    """Of the names with the same first word the one that shares most others; none shares none."""
    from difflib import SequenceMatcher

    sort, *own = re.findall(r"\w+", name.lower())

    def likeness(other: str) -> tuple[int, float]:
        first, *rest = re.findall(r"\w+", other.lower())
        alike = SequenceMatcher(None, name.lower(), other.lower(), autojunk=False).ratio()
        return len({*own} & {*rest} - _EMPTY) if first == sort else 0, alike

    nearest = max(others, key=likeness)
    return [nearest] if likeness(nearest)[0] else []
