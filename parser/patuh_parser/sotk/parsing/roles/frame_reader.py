"""Who does what to whom, of a sentence that nothing else reads: its roles, by its prepositions.

"Kinerja UPT X milik Dinas Y tiap tahun dievaluasi oleh Dinas Z." is "Dinas Z mengevaluasi UPT X
pada Dinas Y." One verb or noun says what is done (frames.toml); a name has its role by the
preposition before it, or by its place before or behind that verb. Every word must be known there,
or stand in a text that names nobody, and neither denies nor bounds; what is not, is not read.
"""

from collections.abc import Sequence

from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.roles.clause import FIRST, PART_OF, UNDER, Clause, Frame
from patuh_parser.sotk.parsing.roles.frames import opening
from patuh_parser.sotk.parsing.roles.items import Items
from patuh_parser.sotk.parsing.roles.surroundings import (
    after_concession,
    is_free,
    opening_dispute,
    opening_end,
    opening_text,
)
from patuh_parser.sotk.vocabulary import tables

RELATING = frozenset({"with", "among"})
_HEADS = frozenset({"active", "passive", "nouns"})
_MARKING = frozenset({"to", "by", "from", "of", "via", "past", "not_to", "not_by"}) | RELATING
_TURNS = frozenset({"turn", "turn_to_whom"})
_JOINING = frozenset({"and", "then"})


class FrameReader:
    """Reads the items of one sentence from left to right, clause by clause."""

    def __init__(self, words: Sequence[Word], items: Sequence[tuple[str, int, int]]) -> None:
        self.items = Items(words, items)
        self.texts = self.items.texts
        self.done: list[Frame] = []
        """What is said before the last `sedangkan`."""
        start = self._opening()
        self.items.leave(0, start)
        self.clause = Clause(self.items, start)

    def frames(self) -> list[Frame] | None:
        """Return what it says; None if a word of it is not known, or has no place."""
        at = self.clause.start
        while at < len(self.texts):
            end = self._name(at) if self.items.names(at) else self._phrase(at)
            if end is None:
                return None
            self.clause.joined = self.items.kind(at)[1] in _JOINING
            at = end
        return self.done if self._ends() else None

    def _ends(self) -> bool:
        """End a clause, which may do without the verb of the one before; False if it is none."""
        clause, found = self.clause, self.clause.found
        if not found.verbs and self.done:
            found.verbs, found.voice = self.done[-1].verbs, "active"
        if clause.open:
            return False
        self.done.append(found)
        self.clause = Clause(self.items, clause.start)
        return True

    def _opening(self) -> int:
        """Where what stands before the first name or verb ends, behind its comma."""
        if disputed := opening_dispute(self.texts):
            return disputed
        start, comma = opening_text(self.texts)
        good = comma and self.items.may_be_text(start, comma)
        written = [item for item, _, _ in self.items.items]
        return comma + 1 if good else opening_end(self.texts, written)

    def _name(self, at: int) -> int | None:
        """Take a name, with what it is part of if that follows."""
        clause, texts = self.clause, self.texts
        if clause.denied:
            return None
        if clause.named:  # "Lewat Sekretaris Daerah Dinas X bertanggung jawab …"
            if clause.found.verbs or clause.role not in _MARKING:
                return None
            clause.role = FIRST
        pointing = texts[at + 1 : at + 2] and texts[at + 1] in opening("pointing")
        if pointing and clause.role != FIRST:  # "oleh Dinas tersebut"
            clause.named = False
            title = self.items.words_of(at, at + 1)[-1].text
            return at + 2 if clause.home(title) else None
        words = self.items.words_of(at, at + 1)
        end, kind, _ = self.items.kind(at + 1)
        closed = texts[at + 1 : at + 2] == [","]
        if closed:  # "UPT X, yang bernaung pada Dinas Y, …"
            end, kind, _ = self.items.kind(at + 2)
            closed = kind == "inside" and texts[end + 1 : end + 2] == [","]
            kind = kind if closed else ""
        if kind == "inside" and self.items.names(end):
            words += [words[-1]._replace(text=PART_OF), *self.items.words_of(end, end + 1)]
            at = end + closed
        clause.named_by(words)
        return at + 1

    def _phrase(self, at: int) -> int | None:
        """Take a phrase or a text; its end, None if it is not known or has no place."""
        clause = self.clause
        behind = after_concession(self.texts, at)
        if behind > at:
            self.items.leave(at, behind)
            return behind
        end, kind, verb = self.items.kind(at)
        if kind == "deemed" and not (clause.found.verbs or clause.denied):
            kind = "neutral"
        if kind == "passing":  # the way, or left aside
            aside = "directly" in clause.found.said and "perantara" not in self.texts
            kind = "past" if aside else "via" if "perantara" in self.texts else ""
        if self._holds(at):
            return at + 1
        if kind == "not_so" and self.items.kind(end)[1] == "pattern":
            behind = self.items.kind(end)[0]
            comma = self.texts[behind : behind + 1] == [","]
            return behind + comma if clause.pattern(end, behind, denied=True) else None
        if clause.related and self.texts[at] in tables().patterns:  # "pola komando"
            return at + 1 if clause.pattern(at, at + 1) else None
        if verb == UNDER and self.items.kind(end)[1] == "nouns":  # "bekerja di bawah koordinasi …"
            kind = "gets"
        if self.texts[at] in opening("nearly") and self.items.kind(at + 1)[1] == "pattern":
            clause.denied = False
            return at + 1
        reason = self.texts[at] in opening("reasons")
        if kind == "topical" or (clause.found.verbs and reason):
            self.items.leave(at, end - 1)
            return self._text(max(end - 1, at))
        if kind in _HEADS:
            if kind == "nouns":
                clause.found.nouns.add(self.texts[at])
            return end if clause.does(kind, verb) else None
        if kind in _TURNS:
            good = self._ends()
            self.clause.found.that = kind != "turn"
            return end if good else None
        text = reason or self.texts[at] in opening("texts")
        if kind in _MARKING and self.items.leads_to_name(end):
            return end if clause.marks(kind) else None
        if text and (not kind or kind in _MARKING):
            return self._text(at)
        if kind == "relators" and self.texts[end : end + 1] and self.texts[end].endswith("nya"):
            end += 1  # "seluruh kegiatan sensusnya"
        return end if clause.takes(at, end, kind) else None

    def _holds(self, at: int) -> bool:
        """Whether a word says that a relation is held which its noun names, before it or behind."""
        noun = self.clause.found.voice == "nouns" or self.items.kind(at + 1)[1] == "nouns"
        word = self.texts[at] in opening("held")
        held = noun and word and not self.items.leads_to_name(at + 1)
        self.clause.denied = self.clause.denied and not held
        return held

    def _text(self, at: int) -> int | None:
        """Take a text that names nobody, up to a comma, the verb or a name with its preposition."""
        clause, items = self.clause, self.items
        if clause.found.verbs and self.texts[at] in opening("reasons"):
            items.leave(at, len(self.texts))
            return len(self.texts) if is_free(self.texts[at + 1 :]) else None
        stop = at + 1
        while stop < len(self.texts) and self.texts[stop] != ",":
            end, kind, _ = items.kind(stop)
            verb = kind in ("active", "passive") and not clause.found.verbs and stop > at + 1
            verb = verb or (clause.related and (kind == "patterned" or self._holds(stop)))
            if verb or (kind in _MARKING - RELATING and items.leads_to_name(end)):
                break
            stop += 1
        clause.role = clause.role if not clause.found.verbs else ""
        items.leave(at, stop)
        return stop if items.may_be_text(at + 1, stop) else None
