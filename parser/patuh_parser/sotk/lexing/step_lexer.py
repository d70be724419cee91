"""Words of a workflow step to tokens; what qualifies an act counts only after its verb."""

from collections.abc import Sequence

from patuh_parser.sotk.lexing.lexer import Lexer, Token
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.vocabulary import longest
from patuh_parser.text.dates import read_date

_MODALS = frozenset({"WAJIB", "DAPAT", "TIDAK_WAJIB", "TIDAK_DAPAT", "DILARANG", "TIDAK"})
_FORMS = frozenset(
    {"PREPOSITION", "MEANS", "DATE", "LANGSUNG", "MELALUI", "TANPA_MELALUI", "KEMUDIAN",
     "DIKOORDINASIKAN"}
)  # fmt: skip
_NAMED = frozenset({"NAME", "VARIABLE"})


class StepLexer(Lexer):
    """Turns the words of steps into tokens, without the number, with the full stop."""

    def __init__(self, names: NameFinder) -> None:
        super().__init__(names, "steps")

    def lex(self, words: Sequence[Word]) -> list[Token]:
        """Return the tokens of one step."""
        texts = [word[0] for word in words]
        tokens: list[Token] = []
        at, count = 0, len(words)
        verb = False
        while at < count:
            token, at = self._next(words, texts, at, tokens, verb)
            if token is not None:
                tokens.append(token)
                verb = verb or token.type == "WORD"
        return tokens

    def _next(
        self, words: Sequence[Word], texts: list[str], at: int, before: list[Token], verb: bool
    ) -> tuple[Token | None, int]:
        text = texts[at]
        last = before[-1].type if before else ""
        if text == ",":
            return self._comma(words, texts, at, last)
        if text == "." and at == len(texts) - 1:
            found: Token | None = Token("DOT", text, words, at, at + 1)
        elif text == "(":
            end = texts.index(")", at) + 1 if ")" in texts[at : at + 40] else at + 1
            found = Token("WORD" if verb else "OPEN", text, words, at, end)
        else:
            found = self._phrase(words, texts, at, last, verb) if text in self.phrases else None
        if found is None:
            found = self._name_or_word(words, texts, at, before)
        return found, found.end

    def _phrase(
        self, words: Sequence[Word], texts: list[str], at: int, last: str, verb: bool
    ) -> Token | None:
        """The phrase that stands at a place, if it counts there."""
        end, found = longest(self.phrases, texts, at)
        kind = found[0] if found is not None else ""
        if kind == "VARIABLE" or (kind in _MODALS and not verb and last == "NAME"):
            return Token(kind, texts[at], words, at, end)
        end, form = self._form_at(texts, at, last)
        if form is not None and (verb or form == "LANGSUNG"):
            token = self._form(form, words, texts, at, end)
            if token is not None:
                return token
        if texts[at] in self.table.phrases["DAN"] and last in _NAMED:
            return Token("DAN", texts[at], words, at, at + 1)
        return None

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
        end, found = longest(self.phrases, texts, at)
        if found is None or found[0] not in _FORMS:
            return at, None
        if found[1] in self.table.step_words["after_names"] and last not in _NAMED:
            return at, None
        return end, found[0]

    def _form(
        self, form: str, words: Sequence[Word], texts: list[str], at: int, end: int
    ) -> Token | None:
        if form == "MEANS":
            return self._means(words, texts, at, end)
        if form == "DATE":
            for stop in (end + 3, end + 1):
                date = read_date(texts[end:stop])
                if date is not None:
                    return Token("DATE", date, words, at, stop)
            return Token("BAD_DATE", None, words, at, min(end + 3, len(texts) - 1))
        phrase = " ".join(texts[at:end])
        if phrase == "bersama dengan" and longest(self.table.objects, texts, at - 1)[0] > at:
            return None  # the word ends an object ("persetujuan bersama")
        if form == "PREPOSITION" and phrase not in self.table.step_words["firm"]:
            named = self.names.find(words, texts, end)[0] is not None
            if not named and not self._must_be_name(texts, end):
                return None
        return Token(form, phrase, words, at, end)

    def _must_be_name(self, texts: list[str], at: int) -> bool:
        """A capital after a preposition that is no object word must be the name of someone."""
        if at >= len(texts) or not texts[at][0].isupper():
            return False
        lowered = [text.lower() for text in texts[at : at + 8]]
        return longest(self.table.objects, lowered)[0] == 0 and not texts[at].isupper()

    def _direct(self, tokens: list[Token]) -> bool:
        """Only a verb stands before: what follows is whom the step is done to."""
        words = []
        for token in reversed(tokens):
            if token.type != "WORD":
                break
            words.append(token.text)
        words.reverse()
        spelled = [self.table.verb_spellings.get(word, word) for word in words]
        return len(words) == 1 or longest(self.table.verbs, spelled)[0] == len(words)

    def _comma(
        self, words: Sequence[Word], texts: list[str], at: int, last: str
    ) -> tuple[Token | None, int]:
        comma = Token("COMMA", ",", words, at, at + 1)
        if last in _NAMED:
            after = at + 2 if texts[at + 1 : at + 2] == ["dan"] else at + 1
            named = after < len(texts) and self.names.find(words, texts, after)[0] is not None
            return (comma if named else None), at + 1
        if last == "WORD" and self._form_at(texts, at + 1, last)[1] is None:
            return Token("WORD", ",", words, at, at + 1), at + 1
        return None, at + 1

    def _means(self, words: Sequence[Word], texts: list[str], at: int, start: int) -> Token:
        """Take the means up to the next preposition before a name, or to the end."""
        parts: list[list[str]] = [[]]
        end = start
        while end < len(texts) - 1 or (end < len(texts) and texts[end] != "."):
            text = texts[end]
            if end > start and self._ends_means(words, texts, end):
                break
            if text in (",", "dan", "serta"):
                parts.append([])
            else:
                parts[-1].append(text)
            end += 1
        means = [self._key_of_means(" ".join(part)) for part in parts if part]
        return Token("MEANS" if means else "WORD", means or texts[at], words, at, max(end, start))

    def _key_of_means(self, text: str) -> str:
        """What means stand in the table as; a meeting is one in any form, a letter one of any
        sort: these are known by their first words."""
        words = text.lower().split()
        shortest = 1 if words[0] in self.table.step_words["means_of_any_form"] else len(words)
        for end in range(len(words), shortest - 1, -1):
            key = self.table.means.get(" ".join(words[:end]))
            if key is not None:
                return key
        return text

    def _ends_means(self, words: Sequence[Word], texts: list[str], at: int) -> bool:
        start = at + 1 if texts[at] == "," else at
        end, form = self._form_at(texts, start, "")
        if form == "PREPOSITION":
            return self.names.find(words, texts, end)[0] is not None
        return form is not None and form != "KEMUDIAN"
