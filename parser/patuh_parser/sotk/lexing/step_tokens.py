"""Words of a workflow step to tokens; prepositions count only before a name."""

from collections.abc import Sequence

from patuh_parser.sotk.lexing.names import Mention, NameFinder
from patuh_parser.sotk.lexing.sentence_tokens import Token, make_token
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.vocabulary import longest, make_trie, tables
from patuh_parser.text.dates import read_date

_PREPOSITIONS = {"kepada", "dengan", "pada", "dari", "terhadap", "bersama", "bersama-sama"}
_FIRM = frozenset(
    {"kepada", "melalui", "dikoordinasikan oleh", "bersama dengan", "bersama-sama dengan"}
)
_FORMS = make_trie(
    (words.split(), terminal)
    for words, terminal in (
        *((word, "PREPOSITION") for word in _PREPOSITIONS),
        ("bersama dengan", "PREPOSITION"),
        ("bersama-sama dengan", "PREPOSITION"),
        ("melalui", "MELALUI"),
        ("tanpa melalui", "TANPA_MELALUI"),
        ("kemudian", "KEMUDIAN"),
        ("lalu", "KEMUDIAN"),
        ("dan kemudian", "KEMUDIAN"),
        ("dikoordinasikan oleh", "DIKOORDINASIKAN"),
        ("dikordinasikan oleh", "DIKOORDINASIKAN"),
        ("dengan sarana", "MEANS"),
        ("dengan menggunakan sarana", "MEANS"),
        ("pada tanggal", "DATE"),
        ("langsung", "LANGSUNG"),
        ("secara langsung", "LANGSUNG"),
    )
)
_MODALS = ("WAJIB", "DAPAT", "TIDAK_WAJIB", "TIDAK")
_VARIABLE = ("membidangi", "membina", "membidanginya", "membinanya")
_MEANS_OF_ANY_FORM = frozenset({"rapat", "surat", "aplikasi", "sistem", "grup"})


class StepLexer:
    """Turns the words of steps into tokens; `mentions` gathers all names in their order."""

    def __init__(self, names: NameFinder) -> None:
        self.names = names
        self.table = tables()
        self.mentions: list[Mention] = []

    def lex(self, words: Sequence[Word]) -> list[Token]:
        """Return the tokens of one step, without its number, with its full stop."""
        texts = [word.text for word in words]
        tokens: list[Token] = []
        at, count = 0, len(words)
        verb = False
        while at < count:
            token, end = self._next(words, texts, at, tokens, verb)
            if token is not None:
                tokens.append(token)
                verb = verb or token.type == "WORD"
            at = end
        return tokens

    def _next(
        self, words: Sequence[Word], texts: list[str], at: int, before: list[Token], verb: bool
    ) -> tuple[Token | None, int]:
        text = texts[at]
        last = before[-1].type if before else ""
        if text == "." and at == len(texts) - 1:
            return make_token("DOT", text, words, at, at + 1), at + 1
        if text == ",":
            return self._comma(words, texts, at, last)
        if text == "(":
            end = texts.index(")", at) + 1 if ")" in texts[at : at + 40] else at + 1
            return make_token("WORD" if verb else "OPEN", text, words, at, end), end
        if not verb:
            end, phrase = longest(self.table.structure, texts, at)
            if phrase is not None and phrase[0] in _MODALS and last == "NAME":
                return make_token(phrase[0], text, words, at, end), end
        end, form = longest(_FORMS, texts, at)
        if form is not None and (verb or form == "LANGSUNG"):
            found = self._form(form, words, texts, at, end)
            if found is not None:
                return found
        if text in ("dan", "serta") and last in ("NAME", "VARIABLE"):
            return make_token("DAN", text, words, at, at + 1), at + 1
        if self._variable(texts, at):
            return make_token("VARIABLE", None, words, at, at + 3), at + 3
        mention, end = self.names.find(words, texts, at)
        if mention is not None and (last != "WORD" or not before or self._direct(before)):
            self.mentions.append(mention)
            return make_token("NAME", mention, words, at, end), end
        end = end if mention is not None else at + 1
        return make_token("WORD", " ".join(texts[at:end]), words, at, end), end

    def _form(
        self, form: str, words: Sequence[Word], texts: list[str], at: int, end: int
    ) -> tuple[Token, int] | None:
        if form == "MEANS":
            return self._means(words, texts, at, end)
        if form == "DATE":
            for stop in (end + 3, end + 1):
                date = read_date(texts[end:stop])
                if date is not None:
                    return make_token("DATE", date, words, at, stop), stop
            return make_token("BAD_DATE", None, words, at, min(end + 3, len(texts) - 1)), end + 3
        phrase = " ".join(texts[at:end])
        if phrase == "bersama dengan" and longest(self.table.objects, texts, at - 1)[0] > at:
            return None  # the word ends an object ("persetujuan bersama")
        if form == "PREPOSITION" and phrase not in _FIRM:
            named = self.names.find(words, texts, end)[0] is not None
            if not named and not self._must_be_name(texts, end):
                return None
        return make_token(form, phrase, words, at, end), end

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

    def _variable(self, texts: list[str], at: int) -> bool:
        return (
            texts[at : at + 2] == ["Asisten", "yang"]
            and "".join(texts[at + 2 : at + 3]) in _VARIABLE
        )

    def _comma(
        self, words: Sequence[Word], texts: list[str], at: int, last: str
    ) -> tuple[Token | None, int]:
        after = at + 2 if texts[at + 1 : at + 2] == ["dan"] else at + 1
        if last in ("NAME", "VARIABLE"):
            if after < len(texts) and self.names.find(words, texts, after)[0] is not None:
                return make_token("COMMA", ",", words, at, at + 1), at + 1
            return None, at + 1
        following = longest(_FORMS, texts, at + 1)[1]
        if last == "WORD" and following is None:
            return make_token("WORD", ",", words, at, at + 1), at + 1
        return None, at + 1

    def _means(
        self, words: Sequence[Word], texts: list[str], at: int, start: int
    ) -> tuple[Token, int]:
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
        named = [" ".join(part) for part in parts if part]
        means = [self._key_of_means(text) for text in named]
        kind = "MEANS" if means else "WORD"
        return make_token(kind, means or "dengan sarana", words, at, max(end, start)), end

    def _key_of_means(self, text: str) -> str:
        """What means stand in the table as; a meeting is one in any form, a letter one of any
        sort: these are known by their first words ("rapat koordinasi teknis")."""
        words = text.lower().split()
        shortest = 1 if words[0] in _MEANS_OF_ANY_FORM else len(words)
        for end in range(len(words), shortest - 1, -1):
            key = self.table.means.get(" ".join(words[:end]))
            if key is not None:
                return key
        return text

    def _ends_means(self, words: Sequence[Word], texts: list[str], at: int) -> bool:
        start = at + 1 if texts[at] == "," else at
        end, form = longest(_FORMS, texts, start)
        if form is None:
            return False
        if form == "PREPOSITION":
            return self.names.find(words, texts, end)[0] is not None
        return bool(form != "KEMUDIAN")
