"""The sentence of the grammar that says what a frame says."""

from collections.abc import Sequence

from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.rewording.roles import ANSWER, UNDER, Frame, FrameReader
from patuh_parser.sotk.vocabulary import tables

_COMMAND = "memerintah"
_COORDINATE = ["mengoordinasikan"]
_OF_ANSWERING = frozenset({"manner", "then"})
_BEFORE = {"to": "kepada", "not_to": "bukan kepada", "via": "melalui", "past": "tanpa melalui"}
"""Role → what stands before it there, in the order in which they stand."""
_WHO = {
    "active": ("first",), "passive": ("first", "last", "by"), "nouns": ("first", "last", "of"),
}  # fmt: skip
"""Voice → the roles that he who answers may have."""
_Roles = dict[str, list[list[Word]]]


def by_roles(
    words: Sequence[Word], items: Sequence[tuple[str, int, int]]
) -> tuple[list[list[Word]], list[str]]:
    """Return the sentences that say who does what, and the other words; none if that is not told.

    `items`: the words with their places, each name and each group as one.
    """
    made: list[list[Word]] = []
    who: list[list[Word]] = []
    reader = FrameReader(words, items)
    for frame in reader.frames() or ():
        if who and (frame.voice != "nouns" or not {"last", "of"} & frame.names.keys()):
            last = frame.that or frame.voice == "nouns"
            frame.names.setdefault("last" if last else "first", who)
        answering = frame.verbs in ([ANSWER], [UNDER, ANSWER])
        roles = _answering(frame) if answering else _doing(frame)
        restricted = "only" in frame.said and "not_to" not in frame.names
        if roles is None or restricted or (ANSWER in frame.verbs and not answering):
            return [], []
        who = frame.names.get("first") or roles["who" if "to" in roles else "whom"]
        made.append(_sentence(words[0], frame, roles))
    return made, reader.neutral


def _doing(frame: Frame) -> _Roles | None:
    """Who does it, and whom it concerns."""
    names = dict(frame.names)
    first, last = names.pop("first", []), names.pop("last", [])
    if frame.voice == "active":
        if last and frame.nouns & tables().step_words["orders"]:
            return None  # "melaksanakan bimbingan Kepala Dinas": it is his
        doing, done = [first], [last, names.pop("of", []), names.pop("to", [])]
        if "is" in names and (frame.that or [len(name) for name in first] == [1]):
            doing = [names.pop("is")]  # "Asisten yang … adalah Asisten X"
            doing += [] if not frame.that else [first]
    elif frame.voice == "passive":
        doing, done = [last, names.pop("by", []), names.pop("from", [])], [first]
    else:
        doing, done = [names.pop(role, []) for role in ("by", "is")], [last, names.pop("of", [])]
        if first or _COMMAND in frame.verbs:
            return None
    who, whom = [one for one in doing if one], [one for one in done if one]
    if (
        names
        or (frame.said.keys() & _OF_ANSWERING and frame.verbs != _COORDINATE)
        or len(who) != 1
        or len(whom) != 1
    ):
        return None
    return {"who": who[0], "whom": whom[0]}


def _answering(frame: Frame) -> _Roles | None:
    """Who answers, to whom, and by whose way."""
    names = dict(frame.names)
    voices = {
        "active": ("first",),
        "passive": ("first", "last", "by"),
        "nouns": ("first", "last", "of"),
    }
    who = [found for role in voices[frame.voice] if (found := names.pop(role, []))]
    targets = ("to", "is") if frame.voice == "nouns" else ("to",)
    whom = [found for role in targets if (found := names.pop(role, []))]
    if len(who) != 1 or len(whom) != 1 or names.keys() - _BEFORE.keys():
        return None
    return {"who": who[0], "to": whom[0], **names}


def _sentence(place: Word, frame: Frame, roles: _Roles) -> list[Word]:
    def text(said: str) -> list[Word]:
        return [place._replace(text=word) for word in said.split()]

    def named(role: str, joint: str = "dan") -> list[Word]:
        first, *others = roles[role]
        return [*first, *(word for name in others for word in (*text(joint), *name))]

    said = frame.said
    if "whom" in roles and "manner" in said:
        whom = [*named("whom"), *said.get("modal", []), *said["manner"]]
        return [*whom, *text("dikoordinasikan oleh"), *named("who")]
    made = [*named("who"), *said.get("modal", []), *said.get("manner", [])]
    made += text(" dan ".join(frame.verbs))
    if "whom" in roles:
        return [*made, *named("whom")]
    made += said.get("directly", [])
    for role, before in _BEFORE.items():
        if role in roles:
            joint = "kemudian" if role == "via" and "then" in said else "dan"
            made += [*text(before), *named(role, joint)]
    return made
