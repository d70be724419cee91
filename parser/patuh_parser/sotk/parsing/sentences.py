"""Blocks of words to raw sentences."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from patuh_parser.sotk.diagnostic import Diagnostic
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lexing.told_patterns import patterns
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import Word, joined, open_quotes, span_of
from patuh_parser.sotk.parsing.block_parser import BlockParser
from patuh_parser.sotk.parsing.plain_tasks import as_task
from patuh_parser.sotk.parsing.predicates import AmbiguousError, predicates
from patuh_parser.sotk.parsing.rewording.antecedents import of_the_last
from patuh_parser.sotk.parsing.rewording.reworded import reworded
from patuh_parser.sotk.parsing.rewording.usable import sentence_forms
from patuh_parser.sotk.parsing.roles.compound import compound, of_another
from patuh_parser.sotk.parsing.roles.reading import in_roles, of_all, plainer
from patuh_parser.sotk.parsing.syntax import RANKED, Sentence
from patuh_parser.sotk.parsing.told import entries, told
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import phrases_of, tables

if TYPE_CHECKING:
    from patuh_parser.sotk.parsing.rules import RuleReader

_IN_CHART = frozenset(
    {"bertanggung_jawab", "membawahi", "membina", "mengoordinasikan", "berhubungan_kerja"}
)
_MAY_DEPEND = frozenset({"berhubungan_kerja", "task", "function", "assisted"})
"""Sentences that may hold under a condition, which is kept as text."""
_OF_A_WORD = ("E3", "E421")
"""Slips of names and of patterns, wherever they stand."""
_UNDER_ONE = "H_CONDITION"
"""What is said of a line that holds under no condition, however it is worded."""
_VERBAL = ("di", "ter", "me", "ber", "ada", "masih")
_OF_TEXT = frozenset({"task", "function", "told"})
"""Sentences of which a text may seem to hold what another says."""
_TASK, _TASKED = "BERTUGAS", "task"
_PLACED = frozenset({"declaration", "placed", "contains"})
_NOTHING_SAID = frozenset({"declaration", "class_list", "abbreviated"})
"""Sentences that only name units: nothing in them may be qualified."""


class _Mark(NamedTuple):
    """How many slips, mentions and rules there were."""

    slips: int
    named: int
    ruled: tuple[int, int]


class StructureReader(BlockParser):
    """Reads the sentences of STRUKTUR and BAGAN."""

    part = start = "structure"

    def __init__(self, names: NameFinder, errors: Diagnostics, *, rules: bool = False) -> None:
        super().__init__(names, errors)
        self._may_state_rules = rules
        self.rules: RuleReader | None = None
        """The reader of rules, which few structures need; None where none was looked for."""
        self._subject_words: list[Word] | None = None
        self._subject: list[Token] = []

    def read(
        self, blocks: Sequence[Block], chart: bool = False, text: Iterable[Block] = ()
    ) -> list[Sentence]:
        """Return the sentences that are in order; of a chart only lines are.

        A chart may place a unit in the words in which the text does: that says nothing more.
        """
        found = []
        placed = set(map(_said, text)) if blocks else set()
        for block in of_the_last(blocks, self.names):
            for sentence in self._all(block):
                body = sentence.body
                if chart and body.form in _PLACED and _said(block) in placed:
                    continue
                if chart and (
                    body.form not in _IN_CHART
                    or body.objects.unsur is not None
                    or _besides(sentence)
                ):
                    hint = "H_BOX" if body.form in _PLACED else None
                    self.errors.add("E406", sentence.span, block.words[0].text, hint=hint)
                else:
                    found.append(sentence)
        return found

    def _all(self, block: Block) -> list[Sentence]:
        """The sentences of a block; of what is wrong with one none."""
        if block.listed and (listed := entries(block)):
            return [said for entry in listed for said in self._all(entry)]
        subject = None if block.listed else block.subject
        if subject is not None and not _tasks().isdisjoint([word[0] for word in block.words]):
            whole = replace(block, subject=None, words=[*subject, *block.words])
            said = told(whole, self.lexer)
            return self._each(block) if said is None else [said]
        found = self._read_whole(block)
        if subject is None and [one.body.form for one in found] == ["exempted"]:
            found += self._denied(block)
        return found

    def _read_whole(self, block: Block) -> list[Sentence]:
        """The sentences that a block means, of one that cannot be read those of its clauses."""
        mark = self._mark()
        found = self._first_read(block)
        if len(self.errors.items) == mark.slips and any(one.body.form in _OF_TEXT for one in found):
            turn = of_another(block, self.names) or _denied_way(block, found)
            if turn is not None:
                self.errors.add("E413", span_of([turn]), turn.text)
        wrong = self.errors.items[mark.slips :]
        if not wrong:
            return found
        mentions = self.lexer.mentions[mark.named :]
        every = of_all(block)
        ways = [[every]] if every is not None else []
        for clauses in chain(ways, compound(block, self.names), *_compounds(every, self.names)):
            self._forget(mark)
            said = [one for clause in clauses for one in self._first_read(clause)]
            if len(self.errors.items) == mark.slips:
                return said
        self._forget(mark)
        self.errors.items += wrong
        self.lexer.mentions += mentions
        return found

    def _denied(self, block: Block) -> list[Sentence]:
        """What an exemption from something else than the duties of the table denies, if that can be
        read: the norm on it decides what it weighs."""
        from patuh_parser.sotk.parsing.exemptions import as_denial

        words = as_denial(block.words)
        if words is None:
            return []
        mark = self._mark()
        found = self._first_read(replace(block, words=words))
        if len(self.errors.items) > mark.slips:
            self._forget(mark)
            return []
        return found

    def _mark(self) -> _Mark:
        ruled = self.rules.state() if self.rules is not None else (0, 0)
        return _Mark(len(self.errors.items), len(self.lexer.mentions), ruled)

    def _forget(self, mark: _Mark) -> None:
        """Take back what was read since a mark."""
        self.errors.take_back(mark.slips)
        del self.lexer.mentions[mark.named :]
        if self.rules is not None:
            self.rules.take_back(mark.ruled)

    def _plainly(self, block: Block) -> list[Sentence] | None:
        """The sentences of a block that begins with a name, and is neither reworded nor told by its
        words; None if it is no such block."""
        if block.subject is not None:
            return self._each(block)
        words = block.words
        texts = [word[0] for word in words]
        plain = not block.listed and sentence_forms().is_plain(texts)
        if not plain or ('"' in map(_initial, texts) and open_quotes(words)):
            return None
        named = len(self.lexer.mentions)
        tokens = self.lexer.raw(words, texts)
        if tokens[0].type == "NAME":
            return self._each(block, tokens)
        del self.lexer.mentions[named:]
        return None

    def _first_read(self, block: Block) -> list[Sentence]:
        """The sentences that a block means, reworded further where they cannot be read as they are.

        What is wrong is told of the words that stand in the block.
        """
        mark = self._mark()
        slips = mark.slips
        meant, found = [block], self._plainly(block)
        if found is not None and len(self.errors.items) == slips:
            return found

        def read(blocks: list[Block]) -> tuple[list[Sentence], list[Diagnostic]]:
            self._forget(mark)
            found = [said for one in blocks for said in self._meant(one)]
            return found, self.errors.items[slips:]

        if found is not None:
            wrong = self.errors.items[slips:]
        else:
            meant = list(reworded(block, self.names))
            found, wrong = read(meant)
        if not wrong:
            return found
        before = len(self.lexer.mentions)
        if block.subject is None and (alone := told(block, self.lexer, unread=True)) is not None:
            of_it = self.lexer.mentions[before:]
            read([])
            self.lexer.mentions += of_it
            return [alone]
        further = [] if block.subject is not None else list(reworded(block, self.names, True))
        left: list[Diagnostic] = []
        if further not in (meant, []):
            found, left = read(further)
            if not left:
                return found
        ways = [] if further == [block] else [further]
        for blocks in chain((*ways, [block]), map(plainer, [block], [self.names])):  # one by one
            read([])
            if blocks and (said := self._in_roles(blocks, block)) is not None:
                return said
        if left and all(_of_a_word(slip, block.words) for slip in left):
            self.errors.items[slips:] = left
            return []
        told_why = all(_of_a_word(slip, block.words) or slip.hint == _UNDER_ONE for slip in wrong)
        if meant != [block] and not told_why:
            found, left = read([block])
            if not left:  # it could be read, but says something else
                whole = span_of(block.words)
                wrong = [replace(slip, span=whole) for slip in wrong]
            else:
                wrong = left
        self.errors.items[slips:] = wrong
        return []

    def _in_roles(self, blocks: Sequence[Block], refused: Block) -> list[Sentence] | None:
        """The sentences of blocks, of what cannot be read or was refused those in which the names
        have the same roles; None if that cannot be told of one."""
        found: list[Sentence] = []
        for block in blocks:
            mark = self._mark()
            said = self._meant(block) if block is not refused else []
            if block is refused or len(self.errors.items) > mark.slips:
                self._forget(mark)
                meant = in_roles(block, self.names)
                said = [one for other in meant for one in self._meant(other)]
                if not meant or len(self.errors.items) > mark.slips:
                    return None
            found += said
        return found

    def _meant(self, block: Block) -> list[Sentence]:
        """The sentences that one in the grammar's own words is, or one that states no relation."""
        if block.subject is None and (said := told(block, self.lexer)) is not None:
            return [said]
        return self._each(block)

    def _rule_reader(self) -> "RuleReader":
        if self.rules is None:
            from patuh_parser.sotk.parsing.rules import RuleReader

            self.rules = RuleReader(self.names)
        return self.rules

    def _each(
        self, block: Block, tokens: list[Token] | None = None, line: bool = False
    ) -> list[Sentence]:
        """The sentences of a block, of which the tokens may be known, or that it is a line."""
        words = block.words
        if tokens is None and block.subject is None and not self._begins(words):
            return []
        subject = [] if block.subject is None else self._subject_tokens(block.subject)
        slips, named = len(self.errors.items), len(self.lexer.mentions)
        try:
            said = self.parse(block, subject, tokens)
            for one in said:
                if one.body.form == RANKED:
                    one.written = joined(words[:-1])
            found = [one for one in said if self._sound(one, words)]
            if len(self.errors.items) == slips:
                if line or not found or found[0].body.form != _TASKED:
                    return found
                return self._done(block, found, named)
            if not self._may_state_rules:
                return found
            wrong = self.errors.items[slips:]
            if guided := [] if line else self._guiding(block):
                self.errors.take_back(slips)
                del self.lexer.mentions[named:]
                return [one for other in guided for one in self._each(other, line=True)]
            task = as_task(block, wrong, self.names)
            if task is None and (left := self._rule_reader().left(block, wrong)):
                if task := as_task(block, wrong, self.names, left=True):
                    self.errors.take_back(slips)
                    del self.lexer.mentions[named:]
                    return self.parse(task, subject)
                self.errors.take_back(slips)
                self.errors.items += left
                return found
            self.errors.take_back(slips)
            del self.lexer.mentions[named:]
            return found if task is None else self.parse(task, subject)
        except AmbiguousError as slip:
            self.errors.add("E424", slip.token.span, slip.token.text)
            return []

    def _done(self, block: Block, found: list[Sentence], named: int) -> list[Sentence]:
        """What a task says that is more than a text: that one does what concerns another, or what
        a rule is on ("bertugas menyampaikan laporan kepada Bupati"). `named`: how many mentions
        there were before it."""
        alone = len(found) == 1 and not (block.listed or block.subject)
        doing = _without_task(block.words) if alone and self._may_state_rules else None
        if doing is None:
            return found
        mark = self._mark()._replace(named=named)
        self._forget(mark)
        said = self._first_read(replace(block, words=doing))
        who = [name.key for name in found[0].subject.names]
        known = all(
            one.body.form in _IN_CHART and [name.key for name in one.subject.names] == who
            for one in said
        )
        if not said:
            known = self.rules is not None and self.rules.known_since(mark.ruled)
        if known and len(self.errors.items) == mark.slips:
            return said
        self._forget(mark)
        return self.parse(block, [])

    def _guiding(self, block: Block) -> list[Block]:
        """The lines that a sentence says which a rule would not be judged as ("Asisten X
        melaksanakan pembinaan kepada Bagian Y tiap hari")."""
        guiding = tables().step_words["guiding"]
        lines = in_roles(block, self.names)
        said = [{word.text for word in line.words} for line in lines]
        return lines if said and not any(map(guiding.isdisjoint, said)) else []

    def _begins(self, words: list[Word]) -> bool:
        """Check that a sentence with a small first letter begins with who it is about."""
        first = words[0]
        if not first.text[0].islower() or first.text in tables().phrases["SELURUH"]:
            return True
        if self.names.find(words, [word.text for word in words], 0)[0] is not None:
            return True
        from patuh_parser.sotk.diagnosing.unknown_names import bad_name

        before = len(self.errors.items)
        bad_name(words, 0, self.names, self.errors)
        if self.errors.items[before:] and self.errors.items[-1].code == "E305":
            self.errors.take_back(len(self.errors.items) - 1)
            self.errors.add("E202", span_of(words), first.text, hint="H_SUBJECT")
        return False

    def rows(self, tokens: list[Token]) -> list[list[Token]]:
        """Return a row of tokens for each predicate; where `yang` is open they stay one."""
        try:
            return predicates(tokens)
        except AmbiguousError as slip:
            if slip.token.type == "YANG":
                return [tokens]
            raise

    def _sound(self, sentence: Sentence, words: list[Word]) -> bool:
        """Check what the grammar leaves open: groups and modals where they mean nothing."""
        form, subject = sentence.body.form, sentence.subject
        line = form in _IN_CHART
        if sentence.adverbials and not self._qualified(sentence):
            return False
        if subject.group is not None and (not line or sentence.body.objects.group is not None):
            self.errors.add("E407", sentence.span, joined(words[:6]))
            return False
        for group in (subject.group, sentence.body.objects.group):
            if group is not None and group not in tables().surfaces["groups"]:
                self.errors.add("E402", sentence.span, ".", expected=("COLON",), hint="H_ALL")
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
            may_be = form == "contains" and sentence.modality == "dapat"
            modal = sentence.modality is not None or sentence.negated
            wrong = not line and form != "headed" and modal and not may_be
        if wrong:
            self.errors.add("E408", sentence.span, (sentence.modality or "tidak").replace("_", " "))
        return not wrong

    def _qualified(self, sentence: Sentence) -> bool:
        """Check the adverbials of a sentence, which not all may have (E408)."""
        form, adverbials = sentence.body.form, sentence.adverbials
        placed = any(name.inside is not None for name in sentence.subject.names)
        if form in _NOTHING_SAID and not placed:
            self.errors.add("E408", sentence.span, adverbials[0])
            return False
        of_heads = tables().of_heads.intersection(adverbials)
        if of_heads and form != "headed":
            self.errors.add("E408", sentence.span, next(iter(of_heads)))
            return False
        condition = _condition(sentence)
        if condition is not None:
            self.errors.add("E408", sentence.span, condition, hint="H_CONDITION")
        return condition is None

    def _subject_tokens(self, words: list[Word]) -> list[Token]:
        if words is not self._subject_words:
            self._subject_words = words
            self._subject = self.lexer.lex(words)
        return self._subject


_initial = itemgetter(0)


def _of_a_word(slip: Diagnostic, words: Sequence[Word]) -> bool:
    """Whether a slip is of a name or a pattern that stands in a sentence, at its place."""
    if not slip.code.startswith(_OF_A_WORD):
        return False
    place = (slip.span.line, slip.span.column)
    at = next((at for at, word in enumerate(words) if (word.line, word.column) == place), None)
    said = slip.args[0].lower() if slip.args else ""
    return bool(said) and at is not None and joined(words[at:]).lower().startswith(said)


def _said(block: Block) -> tuple[str, ...]:
    """The words of a block, whatever their capitals."""
    return tuple(word[0].lower() for word in (*(block.subject or ()), *block.words))


def _besides(sentence: Sentence) -> bool:
    """Whether it leaves some of a group out."""
    return bool(sentence.subject.besides or sentence.body.objects.besides)


def _without_task(words: list[Word]) -> list[Word] | None:
    """The sentence without the words that lead to a task; None if it helps another, or if no name
    can stand in it and nothing that is done with others."""
    texts = [word.text.lower() for word in words]
    for at in range(1, len(texts)):
        end, phrase = longest(phrases_of("structure"), texts, at)
        if phrase is not None and phrase[0] == _TASK:
            table = tables().step_words
            act = longest(tables().verbs, texts, end)[1]
            with_others = act is not None and act[0] in table["partnered"]
            named = with_others or any(not word.text.islower() for word in words[end:-1])
            kept = texts[end] in (*table["helping"], *table["giving_tasks"]) or _of_the_law(
                texts[end:]
            )
            return [*words[:at], *words[end:]] if named and not kept else None
    return None


def _denied_way(block: Block, found: Sequence[Sentence]) -> Word | None:
    """The word by which the text of a task denies to whom it is done, or says that it is done to
    nobody else: that must be judged, and a text is not ("…, tidak kepada Dinas lain")."""
    if not any(one.body.form == _TASKED for one in found):
        return None
    table = tables()
    denying = {*table.step_words["denials"], *table.phrases["ONLY"]}
    return next(
        (
            word
            for word, after in pairwise(block.words)
            if word.text in denying and after.text in table.phrases["KEPADA"]
        ),
        None,
    )


def _of_the_law(texts: list[str]) -> bool:
    """Whether a task begins as one does that the law gives."""
    said = " ".join(texts)
    return any(
        said.startswith(phrase.removesuffix(" …").lower())
        for phrases in tables().tasks.values()
        for phrase in phrases
    )


def _compounds(block: Block | None, names: NameFinder) -> Iterator[Iterator[list[Block]]]:
    """The ways in which a block is several clauses, if there is one."""
    if block is not None:
        yield compound(block, names)


def _condition(sentence: Sentence) -> str | None:
    """The condition of a sentence that holds under none, unless it says no more than `dapat`."""
    if sentence.modality == "dapat":
        return None
    form, asked = sentence.body.form, tables().periods["period_words"]["asked"]
    for said in sentence.adverbials:
        if said.startswith(tables().conditions) and not _a_time(said):
            optional = any(f" {words}" in said for words in asked)
            if form not in _MAY_DEPEND or (optional and form in _IN_CHART):
                return said
    return None


def _a_time(said: str) -> bool:
    """Whether what begins as a condition says when: until now, or during something that has a
    name ("selama festival"; "selama diperlukan" is a condition)."""
    table = tables()
    first, *rest = said.split()
    what = rest[0] if rest else ""
    named = not what.startswith(_VERBAL) and what not in table.step_words["denials"]
    return said in table.until_now or (named and any(u.startswith(first) for u in table.until_now))


@cache
def _tasks() -> frozenset[str]:
    """The words that tell a sentence behind a subject on a line of its own."""
    return frozenset(word.strip() for word in patterns().marks if " " not in word.strip())
