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
    after_concession,
    bounding,
    is_free,
    meaning_at,
    opening,
    opening_dispute,
    opening_end,
    opening_text,
    said,
)
from patuh_parser.sotk.parsing.rewording.notation import UNITS
from patuh_parser.sotk.vocabulary import tables

ANSWER = "bertanggung jawab"
UNDER = "berada di bawah"
REPORT = "menyampaikan laporan"
_CONVEYED: tuple[list[str], ...] = ([], [ANSWER], [REPORT])
RELATIONS = frozenset(
    {"berhubungan kerja", "membina hubungan kerjasama yang bersifat", "berkoordinasi"}
)
_HEADS = frozenset({"active", "passive", "nouns"})
_MARKING = frozenset({"to", "by", "from", "of", "via", "past", "not_to", "not_by", "with", "among"})
RELATING = frozenset({"with", "among"})
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
    patterns: list[Word] = field(default_factory=list)
    """How it is related, as it stands there, and what joins these words."""
    that: bool = False
    """It begins with `yang`: he who does it is named last."""


class FrameReader:
    """Reads the items of one sentence from left to right: words, and names as one."""

    def __init__(self, words: Sequence[Word], items: Sequence[tuple[str, int, int]]) -> None:
        self.words = words
        self.items = items
        self.texts = [item.lower() for item, _, _ in items]
        for at, (_, begin, end) in enumerate(items):
            if end == begin + 1 and words[begin].text == "induknya":  # a home, but not by its name
                self.texts[at] = words[begin].text
        self.done: list[Frame] = []
        """What is said before the last `sedangkan`."""
        self.found = Frame()
        self.neutral: list[str] = []
        """The words on which nothing rests."""
        self.start = 0
        """Where it begins, behind what opens it."""
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
        at = self.start = self._opening()
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
        if disputed := opening_dispute(self.texts):
            return disputed
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
        pointing = self.texts[at + 1 : at + 2] and self.texts[at + 1] in opening("pointing")
        if pointing and self.role != "first":  # "oleh Dinas tersebut"
            self.named = False
            title = self._words(at, at + 1)[-1].text
            return at + 2 if self._home(title) else None
        self.named = True
        words = self._words(at, at + 1)
        end, kind, _ = self._kind(at + 1)
        closed = self.texts[at + 1 : at + 2] == [","]
        if closed:  # "UPT X, yang bernaung pada Dinas Y, …"
            end, kind, _ = self._kind(at + 2)
            closed = kind == "inside" and self.texts[end + 1 : end + 2] == [","]
            kind = kind if closed else ""
        if kind == "inside" and self._names(end):
            words += [words[-1]._replace(text=_PART_OF), *self._words(end, end + 1)]
            at = end + closed
        self.found.names.setdefault(self.role, []).append(words)
        return at + 1

    def _phrase(self, at: int) -> int | None:
        """Take a phrase or a text; its end, None if it is not known or has no place."""
        behind = after_concession(self.texts, at)
        if behind > at:
            self._leave(at, behind)
            return behind
        end, kind, verb = self._kind(at)
        if kind == "deemed" and not (self.found.verbs or self.denied):
            kind = "neutral"
        if kind == "passing":  # the way, or left aside
            aside = "directly" in self.found.said and "perantara" not in self.texts
            kind = "past" if aside else "via" if "perantara" in self.texts else ""
        if self._holds(at):
            return at + 1
        if self._related() and self.texts[at] in tables().patterns:  # "pola komando"
            return at + 1 if self._pattern(at, at + 1) else None
        if verb == UNDER and self._kind(end)[1] == "nouns":  # "bekerja di bawah koordinasi …"
            kind = "gets"
        if self.texts[at] in opening("nearly") and self._kind(at + 1)[1] == "pattern":
            self.denied = False
            return at + 1
        if kind == "topical" or (self.found.verbs and self.texts[at] in opening("reasons")):
            self._leave(at, end - 1)
            return self._text(max(end - 1, at))
        if kind in _HEADS:
            if kind == "nouns":
                self.found.nouns.add(self.texts[at])
            return end if self._takes(kind, verb) else None
        text = self.texts[at] in opening("texts") | opening("reasons")
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
        if kind == "pattern":
            return self._pattern(at, end)
        if kind == "patterned":
            self.denied = False
            return self._kind(end)[1] == "pattern"
        if kind == "later":
            self._leave(at, end)
            return bool(found.verbs) and end < len(self.texts)
        if kind == "home":
            return self._home()
        if kind in _MANNERS:
            said, kind = [self._said(at, word) for word in _MANNERS[kind].split()], "manner"
        else:
            said = [self._said(at, text) for text in self.texts[at:end]]
        if kind in _OF_THE_VERB or kind == "modal":
            if kind in found.said and kind not in ("then", "only"):
                return False
            found.said[kind] = said
            self.denied = self.denied or kind == "modal"
            self.named = self.named and kind != "then"
        elif kind == "is":
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
            found.said.setdefault(kind, []).extend(said)
        elif kind in _NO_MATTER:
            self._leave(at, end)
        return kind in _OF_THE_VERB | _NO_MATTER | {"modal", "is", "and"}

    def _holds(self, at: int) -> bool:
        """Whether a word says that a relation is held which its noun names, before it or behind."""
        noun = self.found.voice == "nouns" or self._kind(at + 1)[1] == "nouns"
        held = noun and self.texts[at] in opening("held") and not self._leads_to_name(at + 1)
        self.denied = self.denied and not held
        return held

    def _related(self) -> bool:
        return bool(RELATIONS.intersection(self.found.verbs))

    def _pattern(self, at: int, end: int) -> bool:
        """Take how they are related: one pattern, or one more that is joined to it."""
        found = self.found
        if self.joined and found.patterns:
            found.patterns.append(self._said(at, "dan"))
        found.patterns += self._words(at, end)
        return bool(found.verbs) and not self.denied

    def _home(self, title: str = "") -> bool:
        """Take what the first one named lies in, as a name: one of a title, if that is told."""
        names = self.found.names.get("first", [])
        at = [word.text for word in names[0]].index(_PART_OF) if _one_part(names) else 0
        other = title and names[0][at + 1].text != title
        if not at or other or self.named or self.denied:
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
        if self.found.verbs and self.texts[at] in opening("reasons"):
            free = is_free(self.texts[at + 1 :])
            self._leave(at, len(self.texts))
            return len(self.texts) if free else None
        stop = at + 1
        while stop < len(self.texts) and self.texts[stop] != ",":
            end, kind, _ = self._kind(stop)
            verb = kind in ("active", "passive") and not self.found.verbs and stop > at + 1
            verb = verb or (self._related() and (kind == "patterned" or self._holds(stop)))
            if verb or (kind in _MARKING - RELATING and self._leads_to_name(end)):
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
