"""What may qualify the act of a step: to whom, through whom, with which means, in which manner."""

from collections.abc import Sequence

from patuh_parser.sotk.lexing.lexer import Lexer, Token
from patuh_parser.sotk.lexing.means import key_of_means, means_in
from patuh_parser.sotk.lexing.name_finder import NameFinder, capitalised
from patuh_parser.sotk.lexing.step_words import FORMS, LOOK_AHEAD, MOST_VERB, NAMED
from patuh_parser.sotk.lines.words import Word, joined
from patuh_parser.sotk.tries import longest
from patuh_parser.text.dates import read_date

_OF_NAMES = frozenset({"COPY", "LACKING", "APPROVED"})
_ENDS_TEXT = frozenset({"KEMUDIAN", "DATE", "PARTIES", "MANNER", "PREPOSITION"})
"""Forms that do not end a text after a name."""
_ENDS_ENTRY = frozenset({",", ".", "dan", "serta"})
_AT_ONCE = frozenset({"PREPOSITION", "HEARING", "LACKING", "DAN", "COMMA"})
"""Behind these, words such as "para pihak" stand for somebody."""


class StepForms(Lexer):
    """Finds what qualifies an act, in the vocabulary of steps."""

    def __init__(self, names: NameFinder) -> None:
        super().__init__(names, "steps")
        self._words: Sequence[Word] = ()
        self._verb = 0
        self._before_means = self.table.step_words["means_before"]

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
        if found is None or found[0] not in FORMS:
            return at, None
        behind_names = found[0] == "KEMUDIAN" and last not in NAMED
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
        known = thing in self.table.means or thing in self.table.exchange_acts
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
        run = before[self._verb : self._verb + LOOK_AHEAD]
        if not relative.isdisjoint(texts) and any(token.text in relative for token in run):
            return True
        if self._act(before) not in self.table.step_words["sourced"]:
            return False
        return phrase == "dari" or "kepada" in texts[at : at + LOOK_AHEAD]

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
        words = [token.text for token in tokens[self._verb : self._verb + MOST_VERB]]
        spell = self.table.verb_spellings
        return [part for word in words for part in spell.get(word, word).split()]

    def _direct(self, tokens: list[Token]) -> bool:
        """Only a verb stands before, or what the one named then gives: it is done to him."""
        if len(tokens) - self._verb > MOST_VERB:
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

    def _text_end(self, texts: list[str], at: int, whole: bool = False) -> int:
        """Where a text ends: before the next form that is no mere word of it."""
        stop = len(texts) - 1 if texts[-1] == "." else len(texts)
        opened, but, denials = at, self.table.phrases["TETAPI"], self.table.step_words["denials"]
        while at < stop:
            start = at + 1 if texts[at] == "," else at
            if start + 1 < stop and texts[start] in but and texts[start + 1] in denials:
                return at  # "tepat pada waktunya, tetapi tidak wajib …"
            form = self._form_at(texts, start, "NAME")[1] if start < stop else None
            handed = texts[start] == "kepada" and not texts[start - 1].startswith("di")
            firm = handed if form == "PREPOSITION" else form not in _ENDS_TEXT
            firm = form == "COPY" if whole else firm
            if form is not None and firm:
                return at - 1 if at > opened and texts[at - 1] in denials else at
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
