"""The sentences of PERUBAHAN: what becomes of units of the base."""

from collections.abc import Iterable

from patuh_parser.sotk import model as m
from patuh_parser.sotk.blocks import Block
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.grammar import SentenceError, parse
from patuh_parser.sotk.lists import read_item
from patuh_parser.sotk.names import NameFinder
from patuh_parser.sotk.raw import Alteration
from patuh_parser.sotk.slips import sentence_slip
from patuh_parser.sotk.tables import tables
from patuh_parser.sotk.tokens import StructureLexer, Token
from patuh_parser.sotk.units import Units
from patuh_parser.sotk.words import span_of, unclosed

_SEVERAL = {"gabung": "units", "pecah": "result"}
"""Of what a sentence must name more than one."""


class AmendmentReader:
    """Parses sentence by sentence; each wrong sentence gives one error."""

    def __init__(self, names: NameFinder, errors: Diagnostics) -> None:
        self.names = names
        self.errors = errors
        self.lexer = StructureLexer(names, tables().changes)

    def read(self, blocks: Iterable[Block]) -> list[Alteration]:
        """Return the sentences that are in order, names still as mentioned."""
        found = (self._one(block) for block in blocks)
        return [change for change in found if change is not None]

    def finish(self, changes: Iterable[Alteration], units: Units) -> tuple[m.Amendment, ...]:
        """Return the amendments, numbered in the order of the text."""
        found: list[m.Amendment] = []
        for change in changes:
            old = tuple(dict.fromkeys(units.resolve(mention) for mention in change.units))
            new = tuple(dict.fromkeys(units.resolve(mention) for mention in change.result))
            to = units.resolve(change.to) if change.to is not None else None
            several = _SEVERAL.get(change.form)
            if several is not None and len(old if several == "units" else new) < 2:
                self.errors.add("E602", change.span)
            found.append(m.Amendment(len(found) + 1, change.form, old, new, to, change.span))
        return tuple(found)

    def _one(self, block: Block) -> Alteration | None:
        words = block.words
        open_quotes = [word for part in (words, *block.items) for word in part if unclosed(word)]
        if open_quotes:
            self.errors.add("E209", span_of(open_quotes[:1]), open_quotes[0].text)
            return None
        tokens = self.lexer.lex([*(block.subject or ()), *words])
        if block.listed:
            read = [
                read_item(entry, None, self.names, self.lexer.mentions, self.errors)
                for entry in block.items
            ]
            items = [item for item in read if item is not None]
            if not items:
                return None
            span = items[0].span.to(items[-1].span)
            tokens.append(Token("ITEMS", items, span, items[0].text))
        try:
            change: Alteration = parse("change", tokens)
        except SentenceError as slip:
            if not block.patched or slip.place < len(tokens) - 1:
                sentence_slip(tokens, slip.place, slip.accepts, self.names, self.errors)
            return None
        change.span = span_of(words)
        return change
