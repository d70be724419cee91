"""Blocks of words to raw sentences."""

from collections.abc import Iterable, Iterator

from patuh_parser.sotk.diagnosing.unknown_names import bad_name
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.blocks import Block
from patuh_parser.sotk.lines.words import Word, joined, span_of
from patuh_parser.sotk.parsing.block_parser import BlockParser
from patuh_parser.sotk.parsing.reworded import reworded
from patuh_parser.sotk.parsing.syntax import Sentence
from patuh_parser.sotk.parsing.told import told

_IN_CHART = frozenset(
    {"bertanggung_jawab", "membawahi", "membina", "mengoordinasikan", "berhubungan_kerja"}
)
_NOTHING_SAID = frozenset({"declaration", "class_list", "abbreviated"})
"""Sentences that only name units: nothing in them may be qualified."""


class StructureReader(BlockParser):
    """Reads the sentences of STRUKTUR and BAGAN."""

    part = start = "structure"

    def __init__(self, names: NameFinder, errors: Diagnostics) -> None:
        super().__init__(names, errors)
        self._subject_words: list[Word] | None = None
        self._subject: list[Token] = []

    def read(self, blocks: Iterable[Block], chart: bool = False) -> list[Sentence]:
        """Return the sentences that are in order; of a chart only lines are."""
        found = []
        for block in blocks:
            for sentence in filter(None, self._all(block)):
                body = sentence.body
                if chart and (body.form not in _IN_CHART or body.objects.unsur is not None):
                    self.errors.add("E406", sentence.span, block.words[0].text)
                else:
                    found.append(sentence)
        return found

    def _all(self, block: Block) -> Iterator[Sentence | None]:
        """The sentences of a block: one, but for some wordings of regulations."""
        if block.subject is None and (said := told(block, self.lexer)) is not None:
            yield said
            return
        for meant in reworded(block):
            yield self._one(meant)

    def _one(self, block: Block) -> Sentence | None:
        words = block.words
        first = words[0]
        if block.subject is None and first.text[0].islower() and first.text not in _ALL:
            before = len(self.errors.items)
            bad_name(words, 0, self.names, self.errors)
            if self.errors.items[before:] and self.errors.items[-1].code == "E305":
                self.errors.items.pop()
                self.errors.add("E202", span_of(words), first.text, hint="H_SUBJECT")
            return None
        subject = [] if block.subject is None else self._subject_tokens(block.subject)
        sentence: Sentence | None = self.parse(block, subject)
        return sentence if sentence is not None and self._sound(sentence, words) else None

    def _sound(self, sentence: Sentence, words: list[Word]) -> bool:
        """Check what the grammar leaves open: groups and modals where they mean nothing."""
        form, subject = sentence.body.form, sentence.subject
        line = form in _IN_CHART
        if sentence.adverbials and form in _NOTHING_SAID:
            self.errors.add("E408", sentence.span, sentence.adverbials[0])
            return False
        if subject.group is not None and (not line or sentence.body.objects.group is not None):
            self.errors.add("E407", sentence.span, joined(words[:6]))
            return False
        if sentence.body.manner.twice is not None:
            self.errors.add("E420", sentence.body.manner.twice)
            return False
        if form == "kinship" or sentence.body.text == "mutual":
            if len(subject.names) < 2:
                self.errors.add("E402", sentence.span, words[-2].text, expected=("two_units",))
                return False
            wrong = form == "kinship" and sentence.modality is not None
        else:
            wrong = not line and (sentence.modality is not None or sentence.negated)
        if wrong:
            self.errors.add("E408", sentence.span, (sentence.modality or "tidak").replace("_", " "))
        return not wrong

    def _subject_tokens(self, words: list[Word]) -> list[Token]:
        if words is not self._subject_words:
            self._subject_words = words
            self._subject = self.lexer.lex(words)
        return self._subject


_ALL = frozenset({"seluruh", "semua", "setiap"})
