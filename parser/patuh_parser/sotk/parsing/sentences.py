"""Blocks of words to raw sentences."""

from collections.abc import Iterable
from itertools import chain

from patuh_parser.sotk.diagnosing.slips import bad_name, sentence_slip
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.lexer import Lexer, Token
from patuh_parser.sotk.lexing.names import NameFinder
from patuh_parser.sotk.lines.blocks import Block
from patuh_parser.sotk.lines.words import Word, joined, open_quotes, span_of
from patuh_parser.sotk.parsing.grammar import SentenceError, parse
from patuh_parser.sotk.parsing.lists import read_item, read_text
from patuh_parser.sotk.parsing.syntax import Item, Sentence

_IN_CHART = frozenset(
    {"bertanggung_jawab", "membawahi", "membina", "mengoordinasikan", "berhubungan_kerja"}
)


class StructureReader:
    """Parses sentence by sentence; each wrong sentence gives one error."""

    def __init__(self, names: NameFinder, errors: Diagnostics) -> None:
        self.names = names
        self.errors = errors
        self.lexer = Lexer(names, "structure")
        self._subject_words: list[Word] | None = None
        self._subject: list[Token] = []

    def read(self, blocks: Iterable[Block], chart: bool = False) -> list[Sentence]:
        """Return the sentences that are in order; of a chart only lines are."""
        found = []
        for block in blocks:
            sentence = self._one(block)
            if sentence is None:
                continue
            if chart and (
                sentence.body.form not in _IN_CHART or sentence.body.objects.unsur is not None
            ):
                self.errors.add("E406", sentence.span, block.words[0].text)
                continue
            found.append(sentence)
        return found

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
        unended = open_quotes(chain(words, *block.items))
        if unended:
            self.errors.add("E209", span_of(unended[:1]), unended[0].text)
            return None
        subject = [] if block.subject is None else self._subject_tokens(block.subject)
        tokens = self.lexer.lex(words)
        if subject:
            tokens = [*subject, *tokens]
        if block.listed:
            items = self._items(block, tokens)
            if items is None:
                return None
            tokens.append(Token("ITEMS", items, block.items[0], 0, 1))
        try:
            sentence: Sentence = parse("structure", tokens)
        except SentenceError as slip:
            if block.patched and slip.place >= len(tokens) - 1:
                return None
            sentence_slip(tokens, slip.place, slip.accepts, self.names, self.errors)
            return None
        sentence.span = span_of(words)
        return sentence if self._sound(sentence, words) else None

    def _sound(self, sentence: Sentence, words: list[Word]) -> bool:
        """Check what the grammar leaves open: groups and modals where they mean nothing."""
        form, subject = sentence.body.form, sentence.subject
        line = form in _IN_CHART
        if subject.group is not None and (not line or sentence.body.objects.group is not None):
            self.errors.add("E407", sentence.span, joined(words[:6]))
            return False
        if form == "kinship":
            if len(subject.names) < 2:
                self.errors.add("E402", sentence.span, "serumpun", expected=("two_units",))
                return False
            wrong = sentence.modality is not None
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

    def _items(self, block: Block, tokens: list[Token]) -> list[Item] | None:
        kinds = [token.type for token in tokens]
        if "BERTUGAS" in kinds:
            return [read_text(words) for words in block.items]
        unsur = tokens[-2].value if len(tokens) > 1 and kinds[-2] == "CLASS" else None
        found = [
            read_item(words, unsur, self.names, self.lexer.mentions, self.errors)
            for words in block.items
        ]
        good = [item for item in found if item is not None]
        return good or None


_ALL = frozenset({"seluruh", "semua", "setiap"})
