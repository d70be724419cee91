"""What one clause says: its verbs, and the names with their roles, as they come one by one."""

from msgspec import Struct, field

from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.roles.items import NO_MATTER, Items

ANSWER = "bertanggung jawab"
UNDER = "berada di bawah"
REPORT = "menyampaikan laporan"
RELATIONS = frozenset(
    {"berhubungan kerja", "membina hubungan kerjasama yang bersifat", "berkoordinasi"}
)
PART_OF = "pada"
FIRST, LAST = "first", "last"
"""Roles of those that have no preposition: before the verb, and behind it."""
_CONVEYED: tuple[list[str], ...] = ([], [ANSWER], [REPORT])
_OF_THE_VERB = frozenset({"manner", "directly", "then", "only"})
_MANNERS = {"administrative": "secara administratif", "technical": "secara teknis"}


class Frame(Struct):
    """What a clause says: its verbs and their voice, names by role, and what qualifies them."""

    verbs: list[str] = field(default_factory=list)
    voice: str = ""
    names: dict[str, list[list[Word]]] = field(default_factory=dict)
    said: dict[str, list[Word]] = field(default_factory=dict)
    """Modal, manner, `langsung` and `kemudian`, as they stand there."""
    nouns: set[str] = field(default_factory=set)
    """The nouns by which the verbs are said."""
    patterns: list[Word] = field(default_factory=list)
    """How it is related, as it stands there, and what joins these words."""
    denied: list[Word] = field(default_factory=list)
    """How it is said not to be related."""
    that: bool = False
    """It begins with `yang`: he who does it is named last."""


class Clause:
    """Takes what stands in a clause from left to right; what has no place there is told."""

    def __init__(self, items: Items, start: int) -> None:
        self.items = items
        self.start = start
        self.found = Frame()
        self.role = FIRST
        self.light = ""
        """A verb that says nothing by itself stands before, whose noun is to follow: its voice."""
        self.joined = False
        """What joins another to it stands directly before."""
        self.named = False
        """A name stands directly before, with nothing that joins another to it."""
        self.denied = False
        """A modal stands before, whose verb is to follow."""

    @property
    def open(self) -> bool:
        """Whether a verb is still to come."""
        return not self.found.verbs or bool(self.light) or self.denied

    @property
    def related(self) -> bool:
        """Whether it says that units are related."""
        return bool(RELATIONS.intersection(self.found.verbs))

    def named_by(self, words: list[Word]) -> None:
        """Take a name, in the role that is open."""
        self.found.names.setdefault(self.role, []).append(words)
        self.named = True

    def marks(self, role: str) -> bool:
        """Take a preposition, whose name is to follow; False if it has no place."""
        under = self.found.verbs[:1] == [UNDER]  # "di bawah Bupati dan … kepada beliau"
        again = role in self.found.names and not (self.joined or under)
        if again or (self.denied and role != "by"):
            return False
        self.role, self.named, self.denied = role, False, False
        return True

    def does(self, kind: str, verb: str) -> bool:
        """Take a verb, or the noun that says it: one, or several of the same voice in a row."""
        found = self.found
        if found.verbs == [UNDER] and verb == ANSWER and LAST in found.names:
            found.names["to"] = found.names.pop(LAST)
            found.verbs = [UNDER, ANSWER]
            return kind == "active" and not self.denied
        again = found.voice if kind == "nouns" and found.verbs else kind
        voice = {"does": "active", "gets": "passive", "": again}[self.light]
        if found.verbs and (
            found.voice != voice or self.role != LAST or LAST in found.names or self.denied
        ):
            return False
        if verb not in found.verbs:
            found.verbs.append(verb)
        found.voice, self.role = voice, LAST
        self.named = self.denied = False
        good = kind == "nouns" or not self.light
        self.light = ""
        return good

    def takes(self, at: int, end: int, kind: str) -> bool:
        """Take what is neither a name nor a verb, nor before a name; False if it has no place."""
        found = self.found
        if kind in ("does", "gets", "inside"):
            self.light = "gets" if kind == "inside" else kind
            self.denied = False
            return not found.verbs and self.items.kind(end)[1] == "nouns"
        if kind == "pattern":
            return self.pattern(at, end)
        if kind == "patterned":
            self.denied = False
            return self.items.kind(end)[1] == "pattern"
        if kind == "later":
            self.items.leave(at, end)
            return bool(found.verbs) and end < len(self.items.texts)
        if kind == "home":
            return self.home()
        if kind in _OF_THE_VERB | _MANNERS.keys() | {"modal"}:
            return self._qualifies(at, end, kind)
        if kind == "is":
            self.role, self.named = "is", False
        elif kind == "that":
            found.that = found.that or at == self.start
            return not found.verbs
        elif kind == "conveyed":
            self.denied = False
            return found.voice in ("", "nouns") and found.verbs in _CONVEYED
        elif kind == "and":
            self.named = False
        elif kind == "periods" and found.verbs == [REPORT]:
            found.said.setdefault(kind, []).extend(self.items.words_of(at, end))
        elif kind in NO_MATTER:
            self.items.leave(at, end)
        return kind in NO_MATTER | {"is", "and"}

    def _qualifies(self, at: int, end: int, kind: str) -> bool:
        """Take what qualifies the verb, once."""
        texts = _MANNERS[kind].split() if kind in _MANNERS else self.items.texts[at:end]
        kind = "manner" if kind in _MANNERS else kind
        if kind in self.found.said and kind not in ("then", "only"):
            return False
        self.found.said[kind] = [self.items.word(at, text) for text in texts]
        self.denied = self.denied or kind == "modal"
        self.named = self.named and kind != "then"
        return True

    def pattern(self, at: int, end: int, denied: bool = False) -> bool:
        """Take how they are related, or are not: one pattern, or one more that is joined to it."""
        found = self.found
        if denied:
            before = bool(found.patterns) and not found.denied
            found.denied += self.items.words_of(at, end)
            return before and not self.denied
        if self.joined and found.patterns:
            found.patterns.append(self.items.word(at, "dan"))
        found.patterns += self.items.words_of(at, end)
        return bool(found.verbs) and not self.denied

    def home(self, title: str = "") -> bool:
        """Take what the first one named lies in, as a name: one of a title, if that is told."""
        names = self.found.names.get(FIRST, [])
        at = [word.text for word in names[0]].index(PART_OF) if _one_part(names) else 0
        other = title and names[0][at + 1].text != title
        if not at or other or self.named or self.denied:
            return False
        self.named_by(names[0][at + 1 :])
        return True


def _one_part(names: list[list[Word]]) -> bool:
    return len(names) == 1 and any(word.text == PART_OF for word in names[0])
