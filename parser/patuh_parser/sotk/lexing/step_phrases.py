"""The token at a place of a step: by the phrase, the denial, the period or the name there."""

from collections.abc import Sequence

from patuh_parser.sotk.lexing.denials import denial_at, may_deny, opens_denied_clause, refused
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lexing.periods import is_delay, period_at
from patuh_parser.sotk.lexing.step_forms import StepForms
from patuh_parser.sotk.lexing.step_words import DENIAL, FORMS, LOOK_AHEAD, NAMED, TOLD, WORD, Kinds
from patuh_parser.sotk.lines.words import Word, joined
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import is_verb

_OF_SOMEBODY = frozenset({"LACKING", "TANPA_MELALUI"})
_WHO = frozenset({"NAME", "APPROVED", "ROLE", "PARTIES"})
"""Behind these, a modal may stand."""
_BEFORE_VERB = frozenset({"LANGSUNG", "APPROVED", "MELALUI", "LACKING", "TANPA_MELALUI"})


class StepPhrases(StepForms):
    """Makes the token that begins at a place, told the tokens before it."""

    def __init__(self, names: NameFinder) -> None:
        super().__init__(names)
        self._kinds = Kinds(self.phrases, names)
        self._before: list[Token] = []

    def _next(
        self, words: Sequence[Word], texts: list[str], at: int, before: list[Token], verb: bool
    ) -> tuple[Token | None, int]:
        text = texts[at]
        last = before[-1].type if before else ""
        self._before = before
        kind = self._kinds[text]
        if kind >= WORD and (not verb or last not in TOLD):
            found: Token | None = self._name_or_word(words, texts, at, before)
        elif text == ",":
            return self._comma(words, texts, at, last)
        elif text == "." and at == len(texts) - 1:
            found = Token("DOT", text, words, at, at + 1)
        elif text == "(":
            end = texts.index(")", at) + 1 if ")" in texts[at : at + 40] else at + 1
            found = Token("WORD" if verb else "OPEN", joined(words[at:end]), words, at, end)
        else:
            found = self._denial(words, texts, at) if verb and kind == DENIAL else None
            if found is None and text in self.phrases:
                found = self._phrase(words, texts, at, before, verb)
        if found is None and not verb and last == "NAME":
            found = self._period_before(words, texts, at)
        if found is None and verb and is_delay(texts, at):
            stop = self._text_end(texts, at + 2)
            found = Token("DUE", joined(words[at:stop]), words, at, stop)
        if found is None and verb:
            found = self._period(words, texts, at) or self._text(words, texts, at, last)
        if found is None:
            found = self._name_or_word(words, texts, at, before)
        return found, found.end

    def _denial(self, words: Sequence[Word], texts: list[str], at: int) -> Token | None:
        """A denial of somebody or of the way, unless it is a phrase of its own."""
        first, at = at, at + (texts[at] in self._joining)
        if at == len(texts) or not may_deny(texts[at]):
            return None
        end, form = self._form_at(texts, first, "NAME")
        of_its_own = end > first + 1 and (form not in _OF_SOMEBODY or self._someone(texts, end))
        if of_its_own or period_at(texts, first)[0] > first:
            return None
        found = denial_at(
            texts,
            at,
            lambda at: self._form_at(texts, at, "NAME"),
            lambda at: self._someone(texts, at),
        )
        if found is not None and found[1] != "TAIL":
            if first < at:
                return None
            return Token(found[1], " ".join(texts[at : found[0]]), words, at, found[0])
        if found is None and not opens_denied_clause(texts, at):
            return None
        end = self._text_end(texts, max(at + 1, found[0] if found else 0))
        judged = found is not None or any(
            self._form_at(texts, place, "NAME")[1] for place in range(at + 1, end)
        )  # else it may stay in the text before it
        judged = judged or self._before[-1].type != "WORD"
        return Token("TAIL", joined(words[first:end]), words, first, end) if judged else None

    def _phrase(
        self, words: Sequence[Word], texts: list[str], at: int, before: list[Token], verb: bool
    ) -> Token | None:
        """The phrase that stands at a place, if it counts there."""
        last = before[-1].type if before else ""
        end, found = longest(self.phrases, texts, at)
        kind = found[0] if found is not None else ""
        if verb and kind in FORMS:
            return self._qualifier(words, texts, at, before, verb, end, found)
        if kind == "ROLE":
            return self._role(words, texts, at, end, verb, last)
        if kind == "REFUSES":
            denied = not verb and last in _WHO and refused(texts, end)
            return Token("TIDAK", joined(words[at:end]), words, at, end) if denied else None
        if kind == "KEMUDIAN" and not verb and last in (*_WHO, *MODALS):
            return Token("ADVERBIAL", joined(words[at:end]), words, at, end)
        if kind in ("ADVERBIAL", "REFERENCE"):
            neutral = self._adverbial(kind, words, texts, at, end)
            return neutral if self._closes(texts, neutral.end, verb) else None
        if kind == "VARIABLE" or (kind in MODALS and not verb and last in _WHO):
            return Token(kind, " ".join(texts[at:end]), words, at, end)
        if not verb and last == "NAME" and kind == "PREPOSITION" and "bersama" in texts[at]:
            return Token("DAN", texts[at], words, at, end)  # who acts with whom, before the verb
        return self._qualifier(words, texts, at, before, verb, end, found)

    def _qualifier(
        self,
        words: Sequence[Word],
        texts: list[str],
        at: int,
        before: list[Token],
        verb: bool,
        end: int,
        found: Sequence[str] | None,
    ) -> Token | None:
        """What qualifies the act, by the phrase that was found at a place, if one was."""
        last = before[-1].type if before else ""
        end, form = self._qualifying(texts, at, last, end, found)
        if form is not None and (verb or form in _BEFORE_VERB):
            token = self._form(form, words, texts, at, end, before)
            if token is not None:
                return token
        if texts[at] in self._joining and last == "PERIOD":
            end, form = self._form_at(texts, at + 1, last)
            if form == "DUE":
                return self._form(form, words, texts, at + 1, end, before)
        if texts[at] in self._joining and last in NAMED:
            return Token("DAN", texts[at], words, at, at + 1)
        return None

    def _role(
        self, words: Sequence[Word], texts: list[str], at: int, end: int, verb: bool, last: str
    ) -> Token | None:
        """As whom one acts, or what one is besides, if this counts at a place."""
        if verb and texts[at] in self.table.before_capacities:
            party = longest(self.phrases, texts, end)[1]
            concerned = party is not None and party[0] == "PARTIES"
            if concerned or not self._someone(texts, end):
                stop = self._text_end(texts, end + concerned)
                kind = "TAIL" if concerned else "ADVERBIAL"
                return Token(kind, joined(words[at:stop]), words, at, stop)
        stop = self._verb_at(texts, end) if not verb and last == "NAME" else 0
        return Token("ROLE", joined(words[at:stop]), words, at, stop) if stop else None

    def _verb_at(self, texts: list[str], at: int) -> int:
        """Where the verb or a modal next stands; 0 if there is none."""
        for place in range(at + 1, min(at + LOOK_AHEAD, len(texts))):
            found = longest(self.phrases, texts, place)[1]
            if is_verb(texts[place]) or (found is not None and found[0] in MODALS):
                return place
        return 0

    def _closes(self, texts: list[str], at: int, verb: bool) -> bool:
        """Whether the words before a place may end there, and are not the start of a text."""
        if at >= len(texts) or texts[at] in (".", ",") or not verb:
            return True
        formed = self._form_at(texts, at, "NAME")[1] is not None
        return formed or longest(self.phrases, texts, at)[0] > at

    def _name_or_word(
        self, words: Sequence[Word], texts: list[str], at: int, before: list[Token]
    ) -> Token:
        mention, end = self.names.find(words, texts, at)
        if mention is None:
            return Token("WORD", texts[at], words, at, at + 1)
        if before and before[-1].type == "WORD" and not self._direct(before):
            return Token("WORD", " ".join(texts[at:end]), words, at, end)
        self.mentions.append(mention)
        return Token("NAME", mention, words, at, end)

    def _comma(
        self, words: Sequence[Word], texts: list[str], at: int, last: str
    ) -> tuple[Token | None, int]:
        comma = Token("COMMA", ",", words, at, at + 1)
        if last in NAMED:
            named = self.names.find(words, texts, at + 1)[0] is not None
            return (comma if named else None), at + 1  # of ", dan" the joining word is enough
        if last == "WORD" and self._form_at(texts, at + 1, last)[1] is None:
            ends = at + 1 == len(texts)
            if ends or self._denial(words, texts, at + 1) is None:
                return Token("WORD", ",", words, at, at + 1), at + 1
        return None, at + 1

    def _period(self, words: Sequence[Word], texts: list[str], at: int) -> Token | None:
        end, periods = period_at(texts, at)
        said = (periods, joined(words[at:end]))
        return Token("PERIOD", said, words, at, end) if end > at else None

    def _period_before(self, words: Sequence[Word], texts: list[str], at: int) -> Token | None:
        """A period between who acts and the modal or verb ("Bupati sewaktu-waktu dapat …")."""
        found = self._period(words, texts, at)
        if found is None or found.end == len(texts):
            return None
        phrase = longest(self.phrases, texts, found.end)[1]
        modal = phrase is not None and phrase[0] in MODALS
        return found if modal or is_verb(texts[found.end]) else None

    def _text(self, words: Sequence[Word], texts: list[str], at: int, last: str) -> Token | None:
        """A text that goes on behind names: what for, on what, how."""
        if last == "WORD" or not self._opens_text(texts, at, last):
            return None
        end = self._text_end(texts, at + 1, self._ordered(texts, at))
        return Token("TAIL", joined(words[at:end]), words, at, end)

    def _opens_text(self, texts: list[str], at: int, last: str) -> bool:
        """Whether a text opens: by its first word, or as what somebody is told to do."""
        return texts[at] in self.table.step_words["free_after"] or (
            last in TOLD and self._ordered(texts, at)
        )

    def _ordered(self, texts: list[str], at: int) -> bool:
        """Whether an act that somebody is told to do stands at a place, with or without `untuk`."""
        if self._act(self._before) not in self.table.step_words["commands"]:
            return False
        opened = texts[at] in self.table.step_words["told_by"]
        verb = texts[at + 1] if opened and at + 1 < len(texts) else texts[at]
        return opened or is_verb(verb)
