"""Words of a workflow step to tokens; what qualifies an act counts only after its verb."""

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lexing.periods import is_delay, period_at
from patuh_parser.sotk.lexing.step_phrases import StepPhrases
from patuh_parser.sotk.lexing.step_words import (
    FORMS,
    LONGER,
    LOOK_AHEAD,
    MOST_VERB,
    NAME,
    NAMED,
    TOLD,
    WORD,
)
from patuh_parser.sotk.lines.words import Word, joined
from patuh_parser.sotk.tries import Trie, longest, make_trie
from patuh_parser.sotk.vocabulary import is_verb, may_be_party, tables

_ENUMERATED = frozenset({"NAME", "DAN", "COMMA"})
_OF_OTHERS = frozenset({*NAMED, "PREPOSITION"})
_HELD = frozenset({"MANNER", "PERIOD", "LANGSUNG", "DUE"})
"""Forms that may stand between a verb and its object, and count behind them."""
_MAY_BE_HELD = _HELD | {"ADVERBIAL"}
_NEVER = frozenset({"tidak"})
"""What is given for "apabila diperlukan" and the like: before the actor it is a text."""


class StepLexer(StepPhrases):
    """Turns the words of steps into tokens, without the number, with the full stop."""

    def __init__(self, names: NameFinder) -> None:
        super().__init__(names)
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
            if kind == LONGER and (at + 1 == count or texts[at + 1] not in phrases[text]):
                kind = NAME
            if kind >= WORD and not (verb and tokens[-1].type in TOLD):
                if kind == WORD:
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
            (at for at in range(1, min(len(texts), LOOK_AHEAD))
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
            run = [small, *texts[at + 1 : at + MOST_VERB]]
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
        known = all(t.type in (*FORMS, *NAMED, "DAN", "COMMA", "PERIOD") for t in found)
        told = found[0].type == "PERIOD" and not {*found[0].value[0]} - _NEVER if found else True
        told = told and texts[0] not in self.table.periods["period_words"]["only"]
        if known and not told and (_beside(found) or found[0].type not in _OF_OTHERS):
            return found
        del self.mentions[named:]
        return []


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
