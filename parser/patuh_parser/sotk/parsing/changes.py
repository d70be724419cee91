"""The sentences of PERUBAHAN: what becomes of units of the base."""

from collections.abc import Iterable

from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.parsing.block_parser import BlockParser
from patuh_parser.sotk.parsing.syntax import Alteration


class ChangeReader(BlockParser):
    """Reads the sentences of PERUBAHAN."""

    part, start = "changes", "change"

    def read(self, blocks: Iterable[Block]) -> list[Alteration]:
        """Return the sentences that are in order, names still as mentioned."""
        found = (self.parse(block, self.lexer.lex(block.subject or ())) for block in blocks)
        return [change for changes in found for change in changes]
