"""Numbers that are set right, with every citation of what bears them.

A run is numbered anew from 1 only if its numbers never fall, nothing in it was inserted (`3a`), and
every citation of what changes its number can be told: a number that is borne twice must not be
cited, and none that is cited in vain may come to be borne by something.
"""

import re
from collections import Counter
from collections.abc import Iterator

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.sequences import runs_of, value_of
from patuh.finding import Result
from patuh.markup.changes import Change, Edit
from patuh.markup.corrections import row_of
from patuh.markup.units import Unit, Units
from patuh_parser.legal.files.numbering import write_number
from patuh_parser.legal.files.raw_lines import plain
from patuh_parser.legal.lines.numerals import ordinal_word
from patuh_parser.legal.model import Draft, Node, Reference
from patuh_parser.legal.parts.cited_units import numbers_in

_WORDS = ("bab", "bagian", "paragraf", "pasal", "diktum")


class CannotTellError(Exception):
    """It cannot be told what a citation would have to say."""


def renumberings(result: Result, draft: Draft) -> Iterator[Change]:
    """One change for each run of numbers in which findings are that a new numbering cures."""
    if draft.amending:
        return
    wanted = [
        (finding, place)
        for finding in result.findings
        if (row := row_of(finding)) is not None and row.cara == "nomor"
        for place in finding.places
    ]
    for run in runs_of(draft) if wanted else ():
        cures = tuple(
            (finding, place)
            for finding, place in wanted
            if any(
                node.place.line == place.span.line and _named(node, finding.terms.get("nomor"))
                for node in run
            )
        )
        if cures:
            try:
                edits = tuple(_Run(draft, run).edits())
            except CannotTellError:
                continue
            yield Change(cures, edits, moves=True)


def _named(node: Node, name: object) -> bool:
    return isinstance(name, str) and name.split(" ", 1)[-1].strip("()") == node.bare


class _Run:
    """Units that follow one another, with the numbers that they should bear."""

    def __init__(self, draft: Draft, run: list[Node]) -> None:
        self._draft, self._run = draft, run
        self._units = Units(draft)
        values = [value_of(node) for node in run]
        if any(added for _, added in values) or values != sorted(values) or values[0] < (1, 0):
            raise CannotTellError
        self._kind = run[0].kind
        self._throughout = self._kind in ("bab", "pasal", "diktum")
        self._new = {id(node): _written(node, at) for at, node in enumerate(run, 1)}
        self._borne = Counter(node.bare.casefold() for node in run)
        self._by_number = {node.bare.casefold(): node for node in run}

    def edits(self) -> Iterator[Edit]:
        for node in self._run:
            if self._new[id(node)] != node.bare:
                yield self._label(node, self._new[id(node)])
        if self._kind == "pasal":
            yield from self._explained()
        resolver = Resolver(self._draft)
        for reference in self._draft.references:
            if reference.kind == "internal" and resolver.decided(reference):
                targets = [target.id for target in resolver.targets(reference)]
                yield from self._cited(reference, targets)

    def _explained(self) -> Iterator[Edit]:
        """The headings of the explanation, and no word of an article in an attachment."""
        explanation = self._draft.explanation
        for entry in explanation.entries if explanation is not None else ():
            new = self._moved(entry.bare)
            if new is not None:
                yield self._label(entry, new)
        for attachment in self._draft.attachments:
            for kind, number, _ in numbers_in(attachment.text):
                if kind == "pasal" and self._moved(number) is not None:
                    raise CannotTellError

    def _moved(self, number: str) -> str | None:
        """The new number of what bears this one; None where it keeps it, or nothing bears it."""
        number = number.casefold()
        if self._borne[number] > 1:
            raise CannotTellError
        node = self._by_number.get(number)
        if node is None:
            if number in {new.casefold() for new in self._new.values()}:
                raise CannotTellError
            return None
        new = self._new[id(node)]
        return None if new == node.bare else new

    def _cited(self, reference: Reference, targets: list[str]) -> Iterator[Edit]:
        unit = Unit(reference.node.text, reference.node.breaks)
        for kind, number, at in numbers_in(reference.text):
            if kind != self._kind or not (self._throughout or self._meant(number, targets)):
                continue
            new = self._moved(number)
            if new is None:
                continue
            where = self._units.place(unit, reference.start + at)
            if where is None:
                raise CannotTellError
            yield Edit(*where, number, new.upper() if number.isupper() else new)

    def _meant(self, number: str, targets: list[str]) -> bool:
        """Whether a number in a citation of these is that of a unit of this run, for certain."""
        parent = next((n.id.rpartition(".")[0] for n in self._run if n.id), None)
        if parent is None:
            raise CannotTellError
        step = f"{self._kind}-{number.casefold()}"
        bearing = [one for one in targets if step in one.split(".")]
        own = [one for one in bearing if f"{one}.".startswith(f"{parent}.{step}.")]
        if own and own != bearing:
            raise CannotTellError
        return bool(own)

    def _label(self, node: Node, new: str) -> Edit:
        """The edit of the number that a unit bears; it must stand on its first line as written."""
        line = self._draft.line(node.place.line)
        seen = plain(line.text) if line is not None else ""
        unit = Unit(node.text, node.breaks)
        where = self._units.place(unit, 0) if node.text else None
        end = where[1] - 1 if where is not None and where[0] == node.place.line else len(seen)
        before = r"(?i:\b" + node.kind.replace("penjelasan", "pasal") + r"\s+)"
        pattern = rf"{before if node.kind in (*_WORDS, 'penjelasan') else '(?<![^ (])'}" \
                  rf"(?P<number>{re.escape(node.bare)})(?!\w)"  # fmt: skip
        found = [*re.finditer(pattern, seen[:end])]
        if line is None or not found or len(seen) != len(line.text):
            raise CannotTellError
        return Edit(line.number, found[-1].start("number") + 1, node.bare, new)


def _written(node: Node, value: int) -> str:
    """The number of a unit in the form of the one that it bears."""
    bare = node.bare
    if bare.isdigit():
        return str(value)
    if node.kind in ("bab", "romawi"):
        return write_number(value, "upperRoman" if bare.isupper() else "lowerRoman")
    if node.kind in ("huruf", "angka") and len(bare) <= 2 and value <= 26:
        return write_number(value, "upperLetter" if bare.isupper() else "lowerLetter")
    word = ordinal_word(value) if node.kind in ("bagian", "diktum", "paragraf") else None
    if word is None:
        raise CannotTellError
    return word if bare.isupper() else " ".join(part.capitalize() for part in word.split())


def follow(before: Draft, after: Draft) -> bool:
    """Whether every citation means in the one text the provisions that it means in the other."""
    old, new = list(before.everywhere()), list(after.everywhere())
    if [node.kind for node in old] != [node.kind for node in new] or len(before.references) != len(
        after.references
    ):
        return False
    became = {one.id: other.id for one, other in zip(old, new, strict=True) if one.id}
    mine, theirs = Resolver(before), Resolver(after)
    for one, other in zip(before.references, after.references, strict=True):
        cited = [target.id for target in mine.targets(one)]
        now = [target.id for target in theirs.targets(other)]
        if len(cited) != len(now) or any(
            (became[was] != is_now) if was in became else theirs.exists(is_now, other)
            for was, is_now in zip(cited, now, strict=True)
        ):
            return False
    return True
