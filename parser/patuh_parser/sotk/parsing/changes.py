"""The sentences of PERUBAHAN: what becomes of units of the base."""

from collections.abc import Iterable
from itertools import chain

from patuh_parser.sotk.diagnosing.slips import sentence_slip
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.lexer import Lexer, Token
from patuh_parser.sotk.lexing.names import NameFinder
from patuh_parser.sotk.lines.blocks import Block
from patuh_parser.sotk.lines.words import open_quotes, span_of
from patuh_parser.sotk.parsing.grammar import SentenceError, parse
from patuh_parser.sotk.parsing.lists import read_item
from patuh_parser.sotk.parsing.syntax import Alteration


class ChangeReader:
    """Parses sentence by sentence; each wrong sentence gives one error."""

    def __init__(self, names: NameFinder, errors: Diagnostics) -> None:
        self.names = names
        self.errors = errors
        self.lexer = Lexer(names, "changes")

    def read(self, blocks: Iterable[Block]) -> list[Alteration]:
        """Return the sentences that are in order, names still as mentioned."""
        found = (self._one(block) for block in blocks)
        return [change for change in found if change is not None]

    def _one(self, block: Block) -> Alteration | None:
        words = block.words
        unended = open_quotes(chain(words, *block.items))
        if unended:
            self.errors.add("E209", span_of(unended[:1]), unended[0].text)
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
            tokens.append(Token("ITEMS", items, block.items[0], 0, 1))
        try:
            change: Alteration = parse("change", tokens)
        except SentenceError as slip:
            if not block.patched or slip.place < len(tokens) - 1:
                sentence_slip(tokens, slip.place, slip.accepts, self.names, self.errors)
            return None
        change.span = span_of(words)
        return change
