"""ALUR parts: heading, attributes and numbered steps."""

import re
from collections.abc import Sequence
from functools import partial

from msgspec import Struct

from patuh_parser.sotk.diagnosing.pointing import instead_of
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.forms import RULES
from patuh_parser.sotk.lexing.lexer import Token, lifted
from patuh_parser.sotk.lexing.means import key_of_means
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lexing.step_lexer import StepLexer
from patuh_parser.sotk.limits import MOST_STEPS
from patuh_parser.sotk.lines.layout import Part, line_span
from patuh_parser.sotk.lines.words import (
    Line,
    Word,
    bullet,
    open_quotes,
    span_of,
    unclosed,
    words_of,
)
from patuh_parser.sotk.meant import meant
from patuh_parser.sotk.parsing.acts import Act, read_acts, split_apart
from patuh_parser.sotk.parsing.attributes import AttributeReader
from patuh_parser.sotk.parsing.clauses import (
    UnclearClauseError,
    about_it,
    clauses,
    denied_alike,
    hands_it_on,
)
from patuh_parser.sotk.parsing.each_asisten import ANY, as_names
from patuh_parser.sotk.parsing.grammar import SentenceError, parse, reads
from patuh_parser.sotk.parsing.headings import heading
from patuh_parser.sotk.parsing.rewording.passives import active
from patuh_parser.sotk.parsing.rewording.step_look import Look, look_at
from patuh_parser.sotk.parsing.rewording.usual_order import fronted
from patuh_parser.sotk.parsing.rewording.usual_words import usual_words
from patuh_parser.sotk.parsing.syntax import Clause, as_written
from patuh_parser.sotk.vocabulary import is_verb, tables
from patuh_parser.text.dates import false_date
from patuh_parser.text.similar import nearest
from patuh_parser.text.span import Span

_STEP = re.compile(r"\s*([0-9]{1,6})\s*[.)](?=\s|$)\s*")
_FAR = 30
_ATTRIBUTE = re.compile(r"\s*([A-Za-z][A-Za-z ]{0,30}?)\s*:(?=\s|$)\s*(.*)")


class RawWorkflow(Struct):
    """An ALUR part whose names are not yet resolved."""

    kind: str
    scope: str | None
    title: str
    span: Span
    readers: list[AttributeReader] = []
    steps: list[tuple[int, Clause, Span]] = []


class WorkflowReader:
    """Reads ALUR parts; errors are noted."""

    def __init__(self, names: NameFinder, errors: Diagnostics) -> None:
        self.names = names
        self.errors = errors
        self.lexer = StepLexer(names)

    def read(self, part: Part) -> RawWorkflow:
        """Return one workflow."""
        kind, scope, title = heading(part, self.errors)
        last = part.lines[-1] if part.lines else part.heading
        begin = part.heading
        place = Span(begin.number, begin.indent + 1, last.number, len(last.text) + 1)
        raw = RawWorkflow(kind, scope, title, place)
        number = 0
        step: list[Word] = []
        step_indent = 0
        numbers: list[int] = []
        stray, unnumbered = False, 0
        for line in part.lines:
            found = _STEP.match(line.text)
            if found is not None:
                self.step(raw, number, step)
                number, step_indent = int(found[1]), line.indent
                if (numbers and number != numbers[-1] + 1) or (not numbers and number != 1):
                    wanted = numbers[-1] + 1 if numbers else 1
                    place = Span(
                        line.number, line.indent + 1, line.number, line.indent + 1 + len(found[1])
                    )
                    self.errors.add("E503", place, found[1], str(wanted))
                numbers.append(number)
                unnumbered = 0
                if len(numbers) > MOST_STEPS:
                    self.errors.add("E512", line_span(line), str(MOST_STEPS))
                    return raw
                step = words_of(line, found.end())
                if not step:
                    self.errors.add("E509", line_span(line), found[1])
                continue
            if (
                step
                and step[-1].text != "."
                and line.indent > step_indent
                and not bullet(line.text)
            ):
                step.extend(words_of(line))
                continue
            attribute = _ATTRIBUTE.match(line.text)
            if attribute is not None:
                self.step(raw, number, step)
                step = []
                self._attribute(raw, attribute, line)
                continue
            self.step(raw, number, step)
            step, stray = [], True
            unnumbered += 1
            text = line.text.strip()
            said = f"{max([0, *numbers]) + unnumbered}. {text}{'' if text[-1] in '.:' else '.'}"
            self.errors.add("E506", line_span(line), text, hint="H_STEP", hint_args=(said,))
        self.step(raw, number, step)
        if not raw.steps and not numbers and not part.guessed and not stray:
            self.errors.add("E507", line_span(part.heading), title or kind)
        return raw

    def _attribute(self, raw: RawWorkflow, found: re.Match[str], line: Line) -> None:
        keyword = " ".join(found[1].lower().split())
        place = Span(line.number, line.indent + 1, line.number, line.indent + 1 + len(found[1]))
        known = tables().attributes
        if keyword not in known:
            self.errors.add(
                "E502",
                place,
                found[1],
                expected=("attribute",),
                suggestions=nearest(keyword, known),
            )
            return
        if any(reader.keyword == keyword for reader in raw.readers):
            self.errors.add("E508", place, keyword)
            return
        reader = AttributeReader(
            keyword, known[keyword], line, found.start(2), self.names, self.errors
        )
        reader.read(self.lexer.mentions)
        raw.readers.append(reader)

    def step(self, raw: RawWorkflow, number: int, words: list[Word]) -> None:
        """Read the words of a step into the workflow."""
        if not words:
            return
        if words[-1].text != ".":
            last = words[-1]
            at = last.column + len(last.text)
            place = Span(last.line, at, last.line, at)
            if not unclosed(last):
                self.errors.add(
                    "E201", place, last.text, expected=("full_stop",), hint="H_FULL_STOP"
                )
            words = [*words, Word(".", last.line, at)]
        if unended := open_quotes(words):
            self.errors.add("E209", span_of(unended[:1]), unended[0].text)
            return
        texts = [word[0] for word in words]
        if (stop := texts.index(".") + 1) < len(texts):
            self.errors.add("E510", span_of(words[stop:]), texts[stop])
            words, texts = words[:stop], texts[:stop]
        while (again := denied_alike(texts)) is not None:
            words = [*words[:again], *words[again + 1 :]]
            del texts[again]
        number = max(number, raw.steps[-1][0] + 1 if raw.steps else 0)
        look = look_at(texts)
        if look.parted(texts):
            self._clauses(raw, number, words, texts, look)
            return
        if acts := _handed_on(raw, texts):
            words = about_it(words, acts)
            texts = [word[0] for word in words]
            look = look_at(texts)
        self._clause(raw, number, words, texts, look)

    def _clauses(
        self, raw: RawWorkflow, number: int, words: list[Word], texts: list[str], look: Look
    ) -> None:
        """Read the clauses of a step into the workflow."""
        try:
            parts, follow = clauses(words, self.names)
        except UnclearClauseError as slip:
            self.errors.add("E424", span_of([slip.word]), slip.word.text)
            return
        acts = _handed_on(raw, [word[0] for word in parts[0]])
        stop = words[-1]
        for at, part in enumerate(parts):
            slips = len(self.errors.items)
            if acts or len(parts) > 1:
                words = [*about_it(part, acts), stop]
                texts = [word[0] for word in words]
                look = look_at(texts)
            self._clause(raw, number + at if follow else number, words, texts, look)
            if len(self.errors.items) > slips:
                return
            if at + 1 < len(parts):
                acts = read_acts(raw.steps[-1][1], self.errors)

    def _clause(
        self, raw: RawWorkflow, number: int, words: list[Word], texts: list[str], look: Look
    ) -> None:
        """Read one clause."""
        named = len(self.lexer.mentions)
        if look.unusual(texts):
            words = usual_words(words, self.names)
        tokens, kinds, adverbials = self._tokens(words)
        verb = kinds.index("WORD") if "WORD" in kinds else 0
        if usual := fronted(words, tokens[verb], self.names):
            del self.lexer.mentions[named:]
            tokens, kinds, adverbials = self._tokens(usual_words(usual, self.names))
            verb = kinds.index("WORD") if "WORD" in kinds else 0
        if verb and look.pointing and self._no_verb(tokens, verb):
            del self.lexer.mentions[named:]
            return
        try:
            clause: Clause = parse("step", tokens, kinds)
        except SentenceError as slip:
            told = self._two_sentences(tokens, slip.place) or self._passive(tokens, slip.place)
            if not told:
                from patuh_parser.sotk.diagnosing.slips import sentence_slip

                sentence_slip(
                    tokens, slip.place, slip.accepts, self.names, self.errors,
                    partial(reads, "step"), step=True,
                )  # fmt: skip
            return
        clause.before, clause.behind = tokens[:verb], tokens[verb + len(clause.words) : -1]
        clause.adverbials = adverbials
        if clause.means:
            means = [token for token in tokens if token.type == "MEANS"]
            clause.choice = any(w.text == "atau" for t in means for w in t.words[t.at : t.end])
        if clause.manner.twice is not None:
            self.errors.add("E420", clause.manner.twice)
        if look.dated:
            self._check_dates(words)
        if clause.means and self.names.gazetteer.closed_means:
            self._check_means(tokens)
        raw.steps.append((number, clause, span_of(words)))

    def _tokens(self, words: list[Word]) -> tuple[list[Token], tuple[str, ...], tuple[str, ...]]:
        """The tokens of a clause, their types, and the neutral words that stand beside them."""
        tokens, adverbials = lifted(self.lexer.lex(words))
        kinds = tuple([token.type for token in tokens])
        if ANY in kinds:
            tokens = as_names(tokens)
            kinds = tuple([token.type for token in tokens])
        return tokens, kinds, adverbials

    def _no_verb(self, tokens: list[Token], verb: int) -> bool:
        """Note a word in the place of the verb that points elsewhere, or opens a clause (E403)."""
        text = tokens[verb].text
        if instead_of(text, "")[0] is None:
            return False
        hint, said = instead_of(text, as_written(tokens[:verb]))
        self.errors.add(
            "E403", tokens[verb].span, text, expected=("verb",), hint=hint, hint_args=said
        )
        return True

    def _check_dates(self, words: list[Word]) -> None:
        """Note a date that no calendar has (E106)."""
        texts = [word.text for word in words]
        if false := false_date(" ".join(texts)):
            at = texts.index(false.split()[0])
            self.errors.add("E106", span_of(words[at : at + 3]), false, expected=("date",))

    def _check_means(self, tokens: list[Token]) -> None:
        """Note means that are not in the table (E515)."""
        for token in tokens:
            if token.type == "MEANS":
                for _, words in token.value:
                    if key_of_means(words) is None:
                        close = nearest(words.lower(), tables().means)
                        self.errors.add(
                            "E515", token.span, words, expected=("means_listed",), suggestions=close
                        )

    def _passive(self, tokens: list[Token], place: int) -> bool:
        """Note a sentence that begins with what is done (E514), and write it the other way."""
        if place:
            return False
        texts = [token.text for token in tokens[:_FAR]]
        opened = texts[0] in tables().step_words["openers"] and "," in texts
        begin = texts.index(",") + 1 if opened else 0
        run = [at for at in range(begin, len(texts)) if active(texts[at]) is not None]
        if not run:
            return False
        thing = as_written(tokens[begin : run[0]])
        thing = thing[:1].lower() + thing[1:]
        hint, said = "H_ACTIVE", f"… {active(tokens[run[0]].text)} {thing}"
        if run[1:]:
            ends = [*run[1:], len(tokens) - 1]
            steps = [_actively(tokens[at:end], thing) for at, end in zip(run, ends, strict=True)]
            hint, said = "H_EACH_ACT", " ".join(f"`{step}`" for step in steps)
        self.errors.add("E514", tokens[0].span, tokens[run[0]].text, hint=hint, hint_args=(said,))
        return True

    def _two_sentences(self, tokens: list[Token], place: int) -> bool:
        """Note a second verb with its own subject or object, behind those of the first (E511)."""
        if not 0 < place < len(tokens) or tokens[place].type != "WORD":
            return False
        joined = tokens[place - 1].type in ("DAN", "COMMA", "KEMUDIAN")
        if not joined or not is_verb(tokens[place].text):
            return False
        verb = next(at for at, token in enumerate(tokens) if token.type == "WORD")
        lead = as_written(tokens[:verb])
        first, second = as_written(tokens[: place - 1]), f"{lead} {as_written(tokens[place:-1])}"
        split_apart((first, second), tokens[place].span, self.errors)
        return True


def _actively(tokens: list[Token], thing: str) -> str:
    """What a passive verb says of a thing: a sentence, if who does it is said."""
    rest, who, stop = tokens[1:], "…", ""
    if len(rest) > 1 and rest[0].text == "oleh":
        who, stop, rest = rest[1].text, ".", rest[2:]
    while rest and (rest[-1].text == "," or rest[-1].text in meant().joints):
        rest = rest[:-1]
    said = " ".join([who, str(active(tokens[0].text)), thing, as_written(rest)])
    return f"{said.rstrip()}{stop}"


def _handed_on(raw: RawWorkflow, texts: Sequence[str]) -> Sequence[Act]:
    """What is done in the step before, if a clause hands on what that is about."""
    if not raw.steps or raw.kind == RULES or not hands_it_on(texts):
        return ()
    return read_acts(raw.steps[-1][1], Diagnostics())
