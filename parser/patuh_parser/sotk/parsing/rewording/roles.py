"""Who does what to whom, of a sentence that nothing else reads: its roles, by its prepositions.

"Kinerja UPT X milik Dinas Y tiap tahun dievaluasi oleh Dinas Z." is "Dinas Z mengevaluasi UPT X
pada Dinas Y." One verb or noun says what is done (frames.toml); a name has its role by the
preposition before it, or by its place before or behind that verb. Every word must be known there,
or stand in a text that names nobody, and neither denies nor bounds; what is not, is not read.
"""

from collections.abc import Sequence

from msgspec import Struct, field

from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.rewording.frames import (
    bounding,
    meaning_at,
    opening,
    opening_end,
    opening_text,
    said,
)
from patuh_parser.sotk.parsing.rewording.notation import UNITS

ANSWER = "bertanggung jawab"
UNDER = "berada di bawah"
_HEADS = frozenset({"active", "passive", "nouns"})
_MARKING = frozenset({"to", "by", "from", "of", "via", "past", "not_to"})
_OF_THE_VERB = frozenset({"manner", "directly", "then", "only"})
_NO_MATTER = frozenset({"neutral", "periods", "relators"})
_JOINING = frozenset({"and", "then"})
_IN_NO_TEXT = frozenset({"modal", "past", "via", "manner"})
_PART_OF = "pada"
_MANNERS = {"administrative": "secara administratif", "technical": "secara teknis"}


class Frame(Struct):
    """What a sentence says: its verbs and their voice, names by role, and what qualifies them."""

    verbs: list[str] = field(default_factory=list)
    voice: str = ""
    names: dict[str, list[list[Word]]] = field(default_factory=dict)
    said: dict[str, list[Word]] = field(default_factory=dict)
    """Modal, manner, `langsung` and `kemudian`, as they stand there."""
    nouns: set[str] = field(default_factory=set)
    """The nouns by which the verbs are said."""
    that: bool = False
    """It begins with `yang`: he who does it is named last."""


class FrameReader:
    """Reads the items of one sentence from left to right: words, and names as one."""

    def __init__(self, words: Sequence[Word], items: Sequence[tuple[str, int, int]]) -> None:
        self.words = words
        self.items = items
        self.texts = [item.lower() for item, _, _ in items]
        self.done: list[Frame] = []
        """What is said before the last `sedangkan`."""
        self.found = Frame()
        self.neutral: list[str] = []
        """The words on which nothing rests."""
        self.role = "first"
        self.light = ""
        self.joined = False
        """What joins another to it stands directly before."""
        self.named = False
        """A name stands directly before, with nothing that joins another to it."""
        self.denied = False
        """A modal stands before, whose verb is to follow."""

    def frames(self) -> list[Frame] | None:
        """Return what it says; None if a word of it is not known, or has no place."""
        at = self._opening()
        self._leave(0, at)
        while at < len(self.texts):
            end = self._name(at) if self.texts[at] in UNITS else self._phrase(at)
            if end is None:
                return None
            self.joined = self._kind(at)[1] in _JOINING
            at = end
        return self.done if self._ends() else None

    def _ends(self) -> bool:
        """End a clause, which may do without the verb of the one before; False if it is none."""
        found = self.found
        if not found.verbs and self.done:
            found.verbs, found.voice = self.done[-1].verbs, "active"
        if not found.verbs or self.light or self.denied:
            return False
        self.done.append(found)
        self.found, self.role = Frame(), "first"
        self.named = False
        return True

    def _opening(self) -> int:
        """Where what stands before the first name or verb ends, behind its comma."""
        start, comma = opening_text(self.texts)
        good = comma and self._may_be_text(start, comma)
        return comma + 1 if good else opening_end(self.texts)

    def _name(self, at: int) -> int | None:
        """Take a name, with what it is part of if that follows."""
        if self.denied:
            return None
        if self.named:  # "Lewat Sekretaris Daerah Dinas X bertanggung jawab …"
            if self.found.verbs or self.role not in _MARKING:
                return None
            self.role = "first"
        self.named = True
        words = self._words(at, at + 1)
        end, kind, _ = self._kind(at + 1)
        if kind == "inside" and self._names(end):
            words += [words[-1]._replace(text=_PART_OF), *self._words(end, end + 1)]
            at = end
        self.found.names.setdefault(self.role, []).append(words)
        return at + 1

    def _phrase(self, at: int) -> int | None:
        """Take a phrase or a text; its end, None if it is not known or has no place."""
        end, kind, verb = self._kind(at)
        if kind in _HEADS:
            if kind == "nouns":
                self.found.nouns.add(self.texts[at])
            return end if self._takes(kind, verb) else None
        text = self.texts[at] in opening("texts")
        if kind not in _MARKING or (text and not self._leads_to_name(end)):
            if text and (not kind or kind in _MARKING):
                return self._text(at)
            if kind == "relators" and self.texts[end : end + 1] and self.texts[end].endswith("nya"):
                end += 1  # "seluruh kegiatan sensusnya"
            return end if self._fits(at, end, kind) else None
        under = self.found.verbs[:1] == [UNDER]  # "di bawah Bupati dan … kepada beliau"
        again = kind in self.found.names and not (self.joined or under)
        if again or not self._leads_to_name(end) or (self.denied and kind != "by"):
            return None
        self.role, self.named, self.denied = kind, False, False
        return end

    def _fits(self, at: int, end: int, kind: str) -> bool:
        """Take what is neither a name nor a verb, nor before a name; False if it has no place."""
        found = self.found
        if kind in ("does", "gets", "inside"):
            self.light = "gets" if kind == "inside" else kind
            self.denied = False
            return not found.verbs and self._kind(end)[1] == "nouns"
        if kind in ("turn", "turn_to_whom"):
            good = self._ends()
            self.found.that = kind != "turn"
            return good
        if kind == "later":
            self._leave(at, end)
            return bool(found.verbs)
        if kind == "home":
            return self._home()
        if kind in _MANNERS:
            said, kind = [self._said(at, word) for word in _MANNERS[kind].split()], "manner"
        else:
            said = self._words(at, end)
        if kind in _OF_THE_VERB or kind == "modal":
            if kind in found.said and kind != "then":
                return False
            found.said[kind] = said
            self.denied = self.denied or kind == "modal"
            self.named = self.named and kind != "then"
        elif kind == "is":
            self.role, self.named = "is", False
        elif kind == "that":
            found.that = found.that or not at
            return not found.verbs
        elif kind == "conveyed":
            self.denied = False
            return found.voice in ("", "nouns") and found.verbs in ([], [ANSWER])
        elif kind == "and":
            self.named = False
        elif kind in _NO_MATTER:
            self._leave(at, end)
        return kind in _OF_THE_VERB | _NO_MATTER | {"modal", "is", "and"}

    def _home(self) -> bool:
        """Take what the first one named lies in, as a name."""
        names = self.found.names.get("first", [])
        at = [word.text for word in names[0]].index(_PART_OF) if _one_part(names) else 0
        if not at or self.named or self.denied:
            return False
        self.found.names.setdefault(self.role, []).append(names[0][at + 1 :])
        self.named = True
        return True

    def _takes(self, kind: str, verb: str) -> bool:
        """Take a verb, or the noun that says it: one, or several of the same voice in a row."""
        found = self.found
        if found.verbs == [UNDER] and verb == ANSWER and "last" in found.names:
            found.names["to"] = found.names.pop("last")
            found.verbs = [UNDER, ANSWER]
            return kind == "active" and not self.denied
        again = found.voice if kind == "nouns" and found.verbs else kind
        voice = {"does": "active", "gets": "passive", "": again}[self.light]
        if found.verbs and (
            found.voice != voice or self.role != "last" or "last" in found.names or self.denied
        ):
            return False
        if verb not in found.verbs:
            found.verbs.append(verb)
        found.voice, self.role = voice, "last"
        self.named = self.denied = False
        good = kind == "nouns" or not self.light
        self.light = ""
        return good

    def _text(self, at: int) -> int | None:
        """Take a text that names nobody, up to a comma, the verb or a name with its preposition."""
        stop = at + 1
        while stop < len(self.texts) and self.texts[stop] != ",":
            end, kind, _ = self._kind(stop)
            verb = kind in ("active", "passive") and not self.found.verbs and stop > at + 1
            if verb or (kind in _MARKING and self._leads_to_name(end)):
                break
            stop += 1
        self.role = self.role if not self.found.verbs else ""
        self._leave(at, stop)
        return stop if self._may_be_text(at + 1, stop) else None

    def _leave(self, start: int, end: int) -> None:
        if text := said(self.words, self.items, start, end):
            self.neutral.append(text)

    def _may_be_text(self, start: int, end: int) -> bool:
        kinds = {self._kind(at)[1] for at in range(start, end)}
        heavy = (UNITS | bounding()).intersection(self.texts[start:end])
        return start < end and not heavy and kinds.isdisjoint(_IN_NO_TEXT)

    def _names(self, at: int) -> bool:
        return at < len(self.texts) and self.texts[at] in UNITS

    def _leads_to_name(self, at: int) -> bool:
        """Whether a name follows, or what of somebody is meant before it."""
        while at < len(self.texts) and self._kind(at)[1] in _NO_MATTER:
            at = self._kind(at)[0]
        return self._names(at) or self._kind(at)[1] == "home"

    def _kind(self, at: int) -> tuple[int, str, str]:
        if at >= len(self.texts):
            return at, "", ""
        end, meaning = meaning_at(self.texts, at)
        return (at + 1, "", "") if meaning is None else (end, *meaning)

    def _said(self, at: int, text: str) -> Word:
        return self.words[self.items[at][1]]._replace(text=text)

    def _words(self, start: int, end: int) -> list[Word]:
        return [*self.words[self.items[start][1] : self.items[end - 1][2]]]


def _one_part(names: list[list[Word]]) -> bool:
    return len(names) == 1 and any(word.text == _PART_OF for word in names[0])
