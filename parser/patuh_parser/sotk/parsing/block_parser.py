"""A block of words to one sentence, or to one error."""

from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Any, ClassVar

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.lexer import Lexer, Token, lifted, without_loose_commas
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import open_quotes, span_of
from patuh_parser.sotk.parsing.each_asisten import ANY, as_names
from patuh_parser.sotk.parsing.grammar import SentenceError, parse, reads
from patuh_parser.sotk.parsing.lists import read_item, read_text, with_leaders
from patuh_parser.sotk.parsing.syntax import Item

_LOOSE = frozenset(
    {"DAN", "COMMA", "YANG", "ADVERBIAL", "TETAPI_JUGA", "TETAPI", "SEDANGKAN", "BUKAN"}
)
"""What joins predicates, or stands in a sentence without a place in the grammar."""


class BlockParser:
    """Parses sentence by sentence; each wrong sentence gives one error.

    `part` names the vocabulary, `start` the rule of the grammar.
    """

    part: ClassVar[str]
    start: ClassVar[str]

    def __init__(self, names: NameFinder, errors: Diagnostics) -> None:
        self.names = names
        self.errors = errors
        self.lexer = Lexer(names, self.part)

    def parse(
        self, block: Block, subject: Sequence[Token], tokens: list[Token] | None = None
    ) -> list[Any]:
        """Return the raw sentences after the tokens of their subject, none if it is none.

        `tokens`: those of the words, if they are known; then no quotation is open.
        """
        words = block.words
        if tokens is None:
            unended = open_quotes(chain(words, *block.items))
            if unended:
                self.errors.add("E209", span_of(unended[:1]), unended[0].text)
                return []
            tokens = self.lexer.raw(words)
        if subject:
            tokens = [*subject, *tokens]
        if any(token.type == "BERANGGOTAKAN" for token in tokens):
            tokens = list(with_leaders(tokens))
        if block.listed:
            items = self._items(block, tokens)
            if items is None:
                return []
            tokens.append(Token("ITEMS", items, block.items[0], 0, 1))
        found = []
        kinds = tuple([token.type for token in tokens])
        if ANY in kinds:
            tokens = as_names(tokens)
            kinds = tuple([token.type for token in tokens])
        plain = _LOOSE.isdisjoint(kinds)  # most sentences are
        for row in [tokens] if plain else self.rows(tokens):
            row, adverbials = (row, ()) if plain else lifted(without_loose_commas(row))
            try:
                sentence = parse(self.start, row, kinds if plain else None)
            except SentenceError as slip:
                if not block.patched or slip.place < len(row) - 1:
                    from patuh_parser.sotk.diagnosing.slips import sentence_slip

                    sentence_slip(
                        row, slip.place, slip.accepts, self.names, self.errors,
                        partial(reads, self.start),
                    )  # fmt: skip
                return []
            sentence.span = block.span or span_of(words)
            sentence.adverbials = (*adverbials, *block.neutral)
            found.append(sentence)
        return found

    def rows(self, tokens: list[Token]) -> list[list[Token]]:
        """Return the tokens of each sentence that stands in one."""
        return [tokens]

    def _items(self, block: Block, tokens: list[Token]) -> list[Item] | None:
        kinds = [token.type for token in tokens]
        if "BERTUGAS" in kinds or "BERFUNGSI" in kinds:
            return [read_text(words) for words in block.items]
        unsur = tokens[-2].value if len(tokens) > 1 and kinds[-2] == "CLASS" else None
        members = "BERANGGOTAKAN" in kinds
        found = [
            read_item(words, unsur, self.names, self.lexer.mentions, self.errors, members=members)
            for words in block.items
        ]
        good = [item for item in found if item is not None]
        return good or None
