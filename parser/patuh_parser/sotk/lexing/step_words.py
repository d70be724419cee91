"""What the words of a step may be, and the sorts of their tokens that several passes ask for."""

from patuh_parser.sotk.lexing.denials import may_deny
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lexing.periods import may_begin_period
from patuh_parser.sotk.tries import Trie
from patuh_parser.sotk.vocabulary import tables

FORMS = frozenset(
    {"PREPOSITION", "MEANS", "DATE", "LANGSUNG", "MELALUI", "TANPA_MELALUI", "KEMUDIAN",
     "DIKOORDINASIKAN", "APPROVED", "COPY", "LACKING", "HEARING", "PARTIES", "MANNER", "DUE"}
)  # fmt: skip
NAMED = frozenset({"NAME", "VARIABLE"})
TOLD = frozenset({*NAMED, "PARTIES"})
"""Behind these, what they are told to do may stand."""
LOOK_AHEAD = 60
MOST_VERB = 8
"""So many words may a verb and an object have that a name follows at once."""


class Kinds(dict[str, int]):
    """What a word may be in a step, told the phrases: `SPECIAL`, `DENIAL` if it denies or joins,
    `LONGER` if it is so only with the next word, or nothing but part of a verb or an object
    (`WORD`) or of a name as well (`NAME`)."""

    def __init__(self, phrases: Trie, names: NameFinder) -> None:
        super().__init__()
        self._phrases = phrases
        self._names = names

    def __missing__(self, word: str) -> int:
        words, node = tables().step_words, self._phrases.get(word)
        if may_deny(word) or word in tables().phrases["DAN"]:
            kind = DENIAL
        elif word in words["free_after"] or may_begin_period(word) or word[0] in ",.(":
            kind = SPECIAL
        elif node is not None:
            kind = SPECIAL if None in node or word in words["means_before"] else LONGER
        else:
            kind = NAME if self._names.may_begin(word) else WORD
        self[word] = kind
        return kind


SPECIAL, DENIAL, LONGER, WORD, NAME = range(5)
