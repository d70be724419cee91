"""Words of a workflow step to tokens; what qualifies an act counts only after its verb."""

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from patuh_parser.sotk.lexing.denials import denial_at, may_deny, opens_denied_clause, refused
from patuh_parser.sotk.lexing.lexer import Lexer, Token
from patuh_parser.sotk.lexing.means import key_of_means, means_in
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lexing.name_finder import NameFinder, capitalised
from patuh_parser.sotk.lexing.periods import is_delay, may_begin_period, period_at
from patuh_parser.sotk.lines.words import Word, joined
from patuh_parser.sotk.vocabulary import (
    Trie,
    is_verb,
    longest,
    make_trie,
    may_be_party,
    tables,
)
from patuh_parser.text.dates import read_date

_OF_SOMEBODY = frozenset({"LACKING", "TANPA_MELALUI"})
_WHO = frozenset({"NAME", "APPROVED", "ROLE", "PARTIES"})
"""Behind these, a modal may stand."""
_BEFORE_VERB = frozenset({"LANGSUNG", "APPROVED", "MELALUI", "LACKING", "TANPA_MELALUI"})
_FORMS = frozenset(
    {"PREPOSITION", "MEANS", "DATE", "LANGSUNG", "MELALUI", "TANPA_MELALUI", "KEMUDIAN",
     "DIKOORDINASIKAN", "APPROVED", "COPY", "LACKING", "HEARING", "PARTIES", "MANNER", "DUE"}
)  # fmt: skip
_NAMED = frozenset({"NAME", "VARIABLE"})
_TOLD = frozenset({*_NAMED, "PARTIES"})
"""Behind these, what they are told to do may stand."""
_ENUMERATED = frozenset({"NAME", "DAN", "COMMA"})
_OF_OTHERS = frozenset({*_NAMED, "PREPOSITION"})
_HELD = frozenset({"MANNER", "PERIOD", "LANGSUNG", "DUE"})
"""Forms that may stand between a verb and its object, and count behind them."""
_OF_NAMES = frozenset({"COPY", "LACKING", "APPROVED"})
_MAY_BE_HELD = _HELD | {"ADVERBIAL"}
_ENDS_TEXT = frozenset({"KEMUDIAN", "DATE", "PARTIES", "MANNER", "PREPOSITION"})
"""Forms that do not end a text after a name."""
_ENDS_ENTRY = frozenset({",", ".", "dan", "serta"})
_LOOK_AHEAD = 60
_MOST_VERB = 8
"""So many words may a verb and an object have that a name follows at once."""
_NEVER = frozenset({"tidak"})
"""What is given for "apabila diperlukan" and the like: before the actor it is a text."""
_AT_ONCE = frozenset({"PREPOSITION", "HEARING", "LACKING", "DAN", "COMMA"})
"""Behind these, words such as "para pihak" stand for somebody."""


class _Kinds(dict[str, int]):
    """What a word may be in a step, told the phrases: `_SPECIAL`, `_DENIAL` if it denies or joins,
    `_LONGER` if it is so only with the next word, or nothing but part of a verb or an object
    (`_WORD`) or of a name as well (`_NAME`)."""

    def __init__(self, phrases: Trie, names: NameFinder) -> None:
        super().__init__()
        self._phrases = phrases
        self._names = names

    def __missing__(self, word: str) -> int:
        words, node = tables().step_words, self._phrases.get(word)
        if may_deny(word) or word in tables().phrases["DAN"]:
            kind = _DENIAL
        elif word in words["free_after"] or may_begin_period(word) or word[0] in ",.(":
            kind = _SPECIAL
        elif node is not None:
            kind = _SPECIAL if None in node or word in words["means_before"] else _LONGER
        else:
            kind = _NAME if self._names.may_begin(word) else _WORD
        self[word] = kind
        return kind


_SPECIAL, _DENIAL, _LONGER, _WORD, _NAME = range(5)


class StepLexer(Lexer):
    """Turns the words of steps into tokens, without the number, with the full stop."""

    def __init__(self, names: NameFinder) -> None:
        super().__init__(names, "steps")
        self._kinds = _Kinds(self.phrases, names)
        self._words: Sequence[Word] = ()
        self._before: list[Token] = []
        self._verb = 0
        self._before_means = self.table.step_words["means_before"]
        self._openers = self.table.step_words["openers"]
        self._approving = _approving()[1]

    def lex(self, words: Sequence[Word]) -> list[Token]:
        """Return the tokens of one step; neutral adverbials stand before the last."""
        texts = [word[0] for word in words]
        self._words = words
        if not self._approving.isdisjoint(texts):
            words = self._words = self._approved_by(words, texts)
            texts = [word[0] for word in words]
        opening, at = self._opening(words, texts)
        self._words = words
        tokens: list[Token] = []
        held: list[Token] = []
        beside: list[Token] = []
        if opening:
            beside = _beside(opening)
            tokens = [token for token in opening if token.type == "OPENING"]
            held = [token for token in opening[len(beside) :] if token.type != "OPENING"]
        count, kinds, phrases = len(words), self._kinds, self.phrases
        verb = False
        end = self._party_at(texts, at)
        if end > at:
            tokens.append(Token("PARTIES", joined(words[at:end]), words, at, end))
            at = end
        while at < count:
            text = texts[at]
            kind = kinds[text]
            if kind == _LONGER and (at + 1 == count or texts[at + 1] not in phrases[text]):
                kind = _NAME
            if kind >= _WORD and not (verb and tokens[-1].type in _TOLD):
                if kind == _WORD:
                    token = Token("WORD", text, words, at, at + 1)
                else:
                    token = self._name_or_word(words, texts, at, tokens)
                at = token.end
            elif text == "." and at == count - 1:
                token = Token("DOT", text, words, at, count)
                at = count
            else:
                found, at = self._next(words, texts, at, tokens, verb)
                if found is None:
                    continue
                token = found
                if token.type in _MAY_BE_HELD and self._held(token, tokens, texts, at, verb):
                    held.append(token)
                    continue
            if beside and token.type not in _ENUMERATED:
                tokens += beside
                beside = []
            if not verb and token.type == "WORD":
                verb, self._verb = True, len(tokens)
            tokens.append(token)
        return [*tokens[:-1], *held, *tokens[-1:]] if held else tokens

    def _held(
        self, token: Token, tokens: list[Token], texts: list[str], at: int, verb: bool
    ) -> bool:
        """Whether a token counts behind the others: an adverbial, a period before the verb, what
        stands between the verb and what it takes, or `langsung` within that."""
        kind = token.type
        if kind == "ADVERBIAL" or not verb:
            return kind in ("ADVERBIAL", "PERIOD")
        if at >= len(texts) - 1:
            return False
        if kind == "LANGSUNG" and texts[at] in self.table.step_words["free_after"]:
            return all(before.type == "WORD" for before in tokens[self._verb :])
        return len(tokens) == self._verb + 1

    def _approved_by(self, words: Sequence[Word], texts: list[str]) -> list[Word]:
        """The words with `setelah disetujui DPRD` for `setelah DPRD menyetujui`."""
        made = list(words)
        for at, text in enumerate(texts):
            start = next((at + count for count in (1, 2) if self._opens_approval(
                [text.lower(), *texts[at + 1 : at + count]])), 0)  # fmt: skip
            mention, end = self.names.find(words, texts, start) if start else (None, at)
            stop = longest(_approving()[0], texts, end)[0]
            if mention is not None and stop > end and texts[stop : stop + 1] in (["."], [","]):
                said = made[end]._replace(text="disetujui")
                return [*made[:start], said, *made[start:end], *made[stop:]]
        return made

    def _opens_approval(self, said: list[str]) -> bool:
        """Whether words lead to `disetujui` and then to who approved."""
        end, found = longest(self.phrases, [*said, "disetujui"])
        return end > len(said) and found[0] == "APPROVED"

    def _opening(self, words: Sequence[Word], texts: list[str]) -> tuple[list[Token], int]:
        """What stands before the one who acts: what may also qualify the act, or a text."""
        if not texts:
            return [], 0
        if texts[0] not in self._openers and not is_delay(texts, 0):
            return [], 0
        if self._party_at(texts, 0):
            return [], 0
        comma = next(
            (at for at in range(1, min(len(texts), _LOOK_AHEAD))
             if texts[at] == "," and self._acts(words, texts, at + 1)),
            0,
        )  # fmt: skip
        bare = 0 if comma else self._bare_opening(words, texts)
        end = comma or bare
        if not end:
            return [], 0
        lowered = [words[0]._replace(text=texts[0].lower()), *words[1:end]]
        follows = longest(_sequence(), [word[0] for word in lowered])[0] == end
        tokens = [] if follows else self._qualifiers(lowered)
        if not tokens:
            alone = end == 1 and texts[0].lower() in self.table.step_words["free_after"]
            if (bare > 1 and not follows) or alone or self._denies(texts):
                return [], 0
            tokens = [Token("OPENING", joined(words[:end]), words, 0, end)]
        return tokens, end + bool(comma)

    def _denies(self, texts: list[str]) -> bool:
        """Whether an opening denies something that is not understood."""
        words = self.table.step_words
        at = 1
        while at < len(texts) and texts[at] in words["within_without"]:
            at += 1
        stage = longest(self.table.act_nouns, texts, at)[0] > at or is_verb(texts[at])
        denial = texts[0].lower() in words["denials"]
        return denial and texts[1] not in words["harmless"] and not stage

    def _acts(self, words: Sequence[Word], texts: list[str], at: int) -> bool:
        """Whether somebody is named at a place, with a verb and no more of an enumeration."""
        named = at < len(texts) and self.names.find(words, texts, at)[0] is not None
        return named or self._party_at(texts, at) > at

    def _party_at(self, texts: list[str], at: int) -> int:
        """The end of words for those who act ("Para pihak", "Seluruh Perangkat Daerah")."""
        if at >= len(texts) or not may_be_party(texts, at):
            return at
        end, found = longest(self.phrases, texts, at)
        small = texts[at][0].lower() + texts[at][1:]
        node = self.phrases.get(small, ()) if small != texts[at] else ()
        if None in node or (at + 1 < len(texts) and texts[at + 1] in node):
            run = [small, *texts[at + 1 : at + _MOST_VERB]]
            stop, other = longest(self.phrases, run)
            end, found = (at + stop, other) if at + stop > end else (end, found)
        if found is None or found[0] != "PARTIES" or end == len(texts):
            return at
        after = texts[end]
        return end if after[0].islower() and after not in ("pada", "dan", "serta") else at

    def _bare_opening(self, words: Sequence[Word], texts: list[str]) -> int:
        """Where an opening without a comma ends: a single word, or how often."""
        if self._acts(words, texts, 1):
            return 1
        small = [texts[0].lower(), *texts[1:]]
        end = longest(_sequence(), small)[0] or period_at(small, 0)[0]
        return end if end and self._acts(words, texts, end) else 0

    def _qualifiers(self, words: Sequence[Word]) -> list[Token]:
        """The tokens of words that qualify an act, all of them; else none."""
        texts = [word[0] for word in words]
        self._words, self._verb = words, 0
        found: list[Token] = []
        named, at = len(self.mentions), 0
        while at < len(words):
            token, at = self._next(words, texts, at, found, verb=True)
            if token is not None:
                found.append(token)
        known = all(t.type in (*_FORMS, *_NAMED, "DAN", "COMMA", "PERIOD") for t in found)
        told = found[0].type == "PERIOD" and not {*found[0].value[0]} - _NEVER if found else True
        told = told and texts[0] not in self.table.periods["period_words"]["only"]
        if known and not told and (_beside(found) or found[0].type not in _OF_OTHERS):
            return found
        del self.mentions[named:]
        return []

    def _next(
        self, words: Sequence[Word], texts: list[str], at: int, before: list[Token], verb: bool
    ) -> tuple[Token | None, int]:
        text = texts[at]
        last = before[-1].type if before else ""
        self._before = before
        kind = self._kinds[text]
        if kind >= _WORD and (not verb or last not in _TOLD):
            found: Token | None = self._name_or_word(words, texts, at, before)
        elif text == ",":
            return self._comma(words, texts, at, last)
        elif text == "." and at == len(texts) - 1:
            found = Token("DOT", text, words, at, at + 1)
        elif text == "(":
            end = texts.index(")", at) + 1 if ")" in texts[at : at + 40] else at + 1
            found = Token("WORD" if verb else "OPEN", joined(words[at:end]), words, at, end)
        else:
            found = self._denial(words, texts, at) if verb and kind == _DENIAL else None
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
        first, at = at, at + (texts[at] in self.table.phrases["DAN"])
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
        if verb and kind in _FORMS:
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
            return Token(kind, texts[at], words, at, end)
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
        if texts[at] in self.table.phrases["DAN"] and last == "PERIOD":
            end, form = self._form_at(texts, at + 1, last)
            if form == "DUE":
                return self._form(form, words, texts, at + 1, end, before)
        if texts[at] in self.table.phrases["DAN"] and last in _NAMED:
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
        for place in range(at + 1, min(at + _LOOK_AHEAD, len(texts))):
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

    def _form_at(self, texts: list[str], at: int, last: str) -> tuple[int, str | None]:
        """The end and terminal of what may qualify an act."""
        return self._qualifying(texts, at, last, *longest(self.phrases, texts, at))

    def _qualifying(
        self, texts: list[str], at: int, last: str, end: int, found: Sequence[str] | None
    ) -> tuple[int, str | None]:
        """Likewise of the phrase that was found there, if one was."""
        opens = end <= at + 1 and at < len(texts) and texts[at] in self._before_means
        if opens and self._means_at(texts, at):
            return self._past_ways(texts, at), "MEANS"
        if found is None or found[0] not in _FORMS:
            return at, None
        behind_names = found[0] == "KEMUDIAN" and last not in _NAMED
        if behind_names and " ".join(texts[at:end]) in self.table.step_words["after_names"]:
            return at, None
        return end, found[0]

    def _means_at(self, texts: list[str], at: int) -> bool:
        """Whether known means follow a word that may open them ("melalui rapat")."""
        start = self._past_ways(texts, at)
        thing = " ".join(texts[start : start + 1]).lower()
        if thing in self.table.means_verbs:
            stop = next((at for at in range(start, len(texts)) if texts[at] in _ENDS_ENTRY), start)
            known = key_of_means(" ".join(texts[start:stop])) is not None
            return known and "kepada" not in texts[start:]  # else it is done to somebody
        known = key_of_means(thing) is not None or thing in self.table.exchange_acts
        return known and self.names.find(self._words, texts, start)[1] == start

    def _past_ways(self, texts: list[str], at: int) -> int:
        """Where the means begin behind the word that opens them ("dengan cara …")."""
        ways = self.table.step_words["ways"]
        return at + 2 if texts[at + 1 : at + 2] and texts[at + 1] in ways else at + 1

    def _form(
        self,
        form: str,
        words: Sequence[Word],
        texts: list[str],
        at: int,
        end: int,
        before: list[Token],
    ) -> Token | None:
        phrase = " ".join(texts[at:end])
        if form == "PREPOSITION":
            leads = self._to(phrase, texts, at, end, before)
            return Token(form, phrase, words, at, end) if leads else None
        if form == "MEANS":
            return self._means(words, texts, at, end)
        if form == "DATE":
            for stop in (end + 3, end + 1):
                date = read_date(texts[end:stop])
                if date is not None:
                    return Token("DATE", date, words, at, stop)
            return Token("BAD_DATE", None, words, at, min(end + 3, len(texts) - 1))
        if form == "MANNER":
            return self._manner(words, texts, at, end)
        if form == "DUE":
            stop = self._text_end(texts, end)
            return Token("DUE", joined(words[at:stop]), words, at, stop)
        if form in _OF_NAMES and not self._someone(texts, end):
            return None  # nobody is named: it is text
        if form == "COPY" and self._direct(before):
            return None  # "menyampaikan tembusan kepada": the copy is what is handed on
        if form == "PARTIES" and not (before[-1].type in _AT_ONCE or self._direct(before)):
            return None
        return Token(form, phrase, words, at, end)

    def _to(self, phrase: str, texts: list[str], at: int, end: int, before: list[Token]) -> bool:
        """Whether a preposition leads to whom it is done to, or with whom."""
        table = self.table
        if phrase == "bersama dengan" and longest(table.objects, texts, at - 1)[0] > at:
            return False  # the word ends an object ("persetujuan bersama")
        if end < len(texts) and texts[end] in table.step_words["own_people"]:
            return False  # whom a head leads is no unit: it is text
        if self._of_object(phrase, texts, at, before):
            return False
        return phrase in table.step_words["firm"] or self._someone(texts, end)

    def _someone(self, texts: list[str], at: int) -> bool:
        """Whether somebody is named at a place: by a name, or as a party."""
        if self.names.find(self._words, texts, at)[0] is not None:
            return True
        found = longest(self.phrases, texts, at)[1]
        if found is not None and found[0] == "PARTIES":
            return True
        return self._must_be_name(texts, at) or self._lower_name(texts, at)

    def _lower_name(self, texts: list[str], at: int) -> bool:
        """Whether a known name stands at a place in small letters, which is an error."""
        if at >= len(texts) or not texts[at][0].islower():
            return False
        return any(longest(self.names.known, c)[0] for c in capitalised(texts[at : at + 12]))

    def _of_object(self, phrase: str, texts: list[str], at: int, before: list[Token]) -> bool:
        """Whether a preposition belongs to what is handed on, and not to whom."""
        if phrase == "kepada" or not before or before[-1].type != "WORD":
            return False
        relative = self.table.step_words["relative"]
        run = before[self._verb : self._verb + _LOOK_AHEAD]
        if not relative.isdisjoint(texts) and any(token.text in relative for token in run):
            return True
        if self._act(before) not in self.table.step_words["sourced"]:
            return False
        return phrase == "dari" or "kepada" in texts[at : at + _LOOK_AHEAD]

    def _must_be_name(self, texts: list[str], at: int) -> bool:
        """A capital after a preposition that is no object word must be the name of someone."""
        if at >= len(texts) or not texts[at][0].isupper():
            return False
        lowered = [text.lower() for text in texts[at : at + 8]]
        return longest(self.table.objects, lowered)[0] == 0 and not texts[at].isupper()

    def _act(self, tokens: list[Token]) -> str | None:
        """The act that the words before say, a plain one too."""
        words = self._words_of_act(tokens)
        found = longest(self.table.verbs, words)[1]
        if found is not None:
            return str(found[0])
        return words[0] if words and words[0] in self.table.plain_verbs else None

    def _words_of_act(self, tokens: list[Token]) -> list[str]:
        """The first words of verb and object, as they are spelled elsewhere."""
        words = [token.text for token in tokens[self._verb : self._verb + _MOST_VERB]]
        spell = self.table.verb_spellings
        return [part for word in words for part in spell.get(word, word).split()]

    def _direct(self, tokens: list[Token]) -> bool:
        """Only a verb stands before, or what the one named then gives: it is done to him."""
        if len(tokens) - self._verb > _MOST_VERB:
            return False
        words = self._words_of_act(tokens)
        end, found = longest(self.table.verbs, words)
        if len(words) == 1 or end == len(words):
            return True
        asked = self.table.step_words["asked"]
        return (
            found is not None
            and found[0] in asked
            and " ".join(words[end:]).lower() in self.table.step_words["given_by"]
        )

    def _comma(
        self, words: Sequence[Word], texts: list[str], at: int, last: str
    ) -> tuple[Token | None, int]:
        comma = Token("COMMA", ",", words, at, at + 1)
        if last in _NAMED:
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
            last in _TOLD and self._ordered(texts, at)
        )

    def _ordered(self, texts: list[str], at: int) -> bool:
        """Whether an act that somebody is told to do stands at a place, with or without `untuk`."""
        if self._act(self._before) not in self.table.step_words["commands"]:
            return False
        opened = texts[at] in self.table.step_words["told_by"]
        verb = texts[at + 1] if opened and at + 1 < len(texts) else texts[at]
        return opened or is_verb(verb)

    def _text_end(self, texts: list[str], at: int, whole: bool = False) -> int:
        """Where a text ends: before the next form that is no mere word of it."""
        stop = len(texts) - 1 if texts[-1] == "." else len(texts)
        opened = at
        while at < stop:
            start = at + 1 if texts[at] == "," else at
            form = self._form_at(texts, start, "NAME")[1] if start < stop else None
            handed = texts[start] == "kepada" and not texts[start - 1].startswith("di")
            firm = handed if form == "PREPOSITION" else form not in _ENDS_TEXT
            firm = form == "COPY" if whole else firm
            if form is not None and firm:
                denied = at > opened and texts[at - 1] in self.table.step_words["denials"]
                return at - 1 if denied else at
            at += 1
        return stop

    def _manner(self, words: Sequence[Word], texts: list[str], at: int, end: int) -> Token:
        """A manner, and those that follow it without its first word (`secara cepat, adil`)."""
        manners = [self.table.manners[" ".join(texts[at:end])]]
        head = texts[at]
        while end < len(texts):
            start = end
            while start < len(texts) and texts[start] in (",", "dan", "serta"):
                start += 1
            found = max(
                (stop for stop in range(start + 1, start + 4)
                 if self._manner_of(head, texts[start:stop]) is not None),
                default=0,
            )  # fmt: skip
            if start == end or not found:
                break
            manners.append(self._manner_of(head, texts[start:found]) or "")
            end = found
        return Token("MANNER", manners, words, at, end)

    def _manner_of(self, head: str, texts: list[str]) -> str | None:
        phrase = " ".join(texts)
        return self.table.manners.get(f"{head} {phrase}") or self.table.manners.get(phrase)

    def _means(self, words: Sequence[Word], texts: list[str], at: int, start: int) -> Token:
        """Take the means up to the next preposition before a name, or to the end."""
        end = start
        while end < len(texts) - 1 or (end < len(texts) and texts[end] != "."):
            if end > start and self._ends_means(texts, end):
                break
            end += 1
        means = means_in(texts[start:end])
        return Token("MEANS" if means else "WORD", means or texts[at], words, at, max(end, start))

    def _ends_means(self, texts: list[str], at: int) -> bool:
        start = at + 1 if texts[at] == "," else at
        end, form = self._form_at(texts, start, "")
        if form == "PREPOSITION":
            return texts[start] == "kepada" or self._someone(texts, end)
        if form is not None:
            return form not in ("KEMUDIAN", "PARTIES")
        if texts[start] in self.table.step_words["denials"] and start > at:
            return True
        return texts[start] in self.table.step_words["free_after"]


@cache
def _sequence() -> Trie:
    """The words for what follows the steps before it."""
    return make_trie((phrase.split(), True) for phrase in tables().step_words["in_sequence"])


@cache
def _approving() -> tuple[Trie, frozenset[str]]:
    """The phrases by which an approval is said behind who gives it, and their last words."""
    phrases = [phrase.split() for phrase in tables().step_words["approving"]]
    ends = frozenset(phrase[-1] for phrase in phrases)
    return make_trie((phrase, True) for phrase in phrases), ends


def _beside(opening: Sequence[Token]) -> list[Token]:
    """The tokens for those who act too, in front of the one who acts ("Bersama DPRD, …")."""
    first = opening[0] if opening else None
    if first is None or first.type != "PREPOSITION" or "bersama" not in first.text:
        return []
    rest = takewhile(lambda token: token.type in _ENUMERATED, opening[1:])
    return [replace(first, type="DAN"), *rest]
