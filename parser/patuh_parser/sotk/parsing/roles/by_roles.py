"""The sentence of the grammar that says what a frame says."""

from collections.abc import Sequence

from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.roles.clause import ANSWER, RELATIONS, REPORT, UNDER, Frame
from patuh_parser.sotk.parsing.roles.frame_reader import RELATING, FrameReader
from patuh_parser.sotk.parsing.roles.frames import lines
from patuh_parser.sotk.vocabulary import tables

_COMMAND = "memerintah"
_COORDINATE = ["mengoordinasikan"]
_ANSWERING = ([ANSWER], [UNDER, ANSWER], [REPORT])
_SETTLE = ["mengoordinasikan penyelesaian perselisihan kerja sama"]
_CHAIR = ["mengetuai"]
_EACH_OTHER = "berkoordinasi"
_OF_ANSWERING = frozenset({"manner", "then"})
_BEFORE = {
    "with": "dengan",
    "to": "kepada",
    "not_to": "bukan kepada",
    "via": "melalui",
    "past": "tanpa melalui",
}
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
        if _is_relation(frame):
            related = _related(words[0], frame)
            if related is None:
                return [], []
            who = frame.names.get("first", [])
            made += related
            continue
        if who and (frame.voice != "nouns" or not {"last", "of"} & frame.names.keys()):
            last = frame.that or frame.voice == "nouns"
            frame.names.setdefault("last" if last else "first", who)
        answering = frame.verbs in _ANSWERING
        if frame.verbs == _SETTLE:
            roles = _settling(frame)
        else:
            roles = _answering(frame) if answering else _doing(frame)
        restricted = "only" in frame.said and "not_to" not in frame.names
        mixed = len(frame.verbs) > 1 and not (answering or lines().issuperset(frame.verbs))
        if roles is None or restricted or mixed or frame.patterns:
            return [], []
        who = frame.names.get("first") or roles["whom" if "whom" in roles else "who"]
        made.append(_sentence(words[0], frame, roles))
    return made, reader.items.left


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
        if first or (_COMMAND in frame.verbs and last):
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


def _settling(frame: Frame) -> _Roles | None:
    """Who settles disputes; who does not is not judged."""
    who = [found for role in ("first", "by", "is") if (found := frame.names.get(role, []))]
    other = frame.names.keys() - {"first", "by", "is", "not_by"}
    return {"who": who[0]} if len(who) == 1 and not other else None


def _answering(frame: Frame) -> _Roles | None:
    """Who answers, to whom, and by whose way."""
    names = dict(frame.names)
    who = [found for role in _WHO[frame.voice] if (found := names.pop(role, []))]
    targets = ("to", "is") if frame.voice == "nouns" else ("to",)
    whom = [found for role in targets if (found := names.pop(role, []))]
    if len(who) != 1 or len(whom) != 1 or names.keys() - _BEFORE.keys() or "with" in names:
        return None
    return {"who": who[0], "to": whom[0], **names}


def _is_relation(frame: Frame) -> bool:
    """Whether units are related, with each other or with one, instead of one doing something."""
    coordinated = frame.verbs == _COORDINATE and frame.nouns and RELATING & frame.names.keys()
    return bool(coordinated or RELATIONS.intersection(frame.verbs))


def _related(place: Word, frame: Frame) -> list[list[Word]] | None:
    """The sentence that says how units are related, and one for how they are not."""
    names, said = dict(frame.names), frame.said
    verb = _EACH_OTHER if frame.verbs == _COORDINATE else frame.verbs[0]
    who = [found for role in ("first", "last", "among", "by") if (found := names.pop(role, []))]
    other = "of" if frame.voice == "nouns" else "to" if verb == _EACH_OTHER else "with"
    whom = names.pop("with", []) or names.pop(other, [])
    several = who and (len(who[0]) > 1 or who[0][0][0].text.lower() in tables().phrases["SELURUH"])
    if (
        len(who) != 1
        or len(frame.verbs) != 1
        or names.keys() - {"via"}
        or said.keys() - {"modal", "only"}
        or not (whom or several)
        or not (frame.patterns or (verb == _EACH_OTHER and "only" not in said))
    ):
        return None
    if whom:
        names["with"] = whom
    elif "only" in said:
        lead = [*_texts(place, "Hubungan kerja antara"), *_listed(place, who[0])]
        return [[*lead, *_texts(place, "hanya berpola"), *frame.patterns]]
    subject, others = _listed(place, who[0]), _with_roles(place, names)
    made = []
    if frame.denied:
        made.append([*subject, *_texts(place, f"tidak {verb}"), *frame.denied, *others])
    if "only" in said:
        verb = f"hanya {verb}"
    elif not frame.patterns and not whom:
        verb = f"saling {verb}"
    held = [*subject, *said.get("modal", []), *_texts(place, verb), *frame.patterns, *others]
    return [held, *made]


def _sentence(place: Word, frame: Frame, roles: _Roles) -> list[Word]:
    said = frame.said
    if frame.verbs == _CHAIR:
        whom = [*_listed(place, roles["whom"]), *said.get("modal", [])]
        return [*whom, *_texts(place, "diketuai oleh"), *_listed(place, roles["who"])]
    if "whom" in roles and "manner" in said:
        whom = [*_listed(place, roles["whom"]), *said.get("modal", []), *said["manner"]]
        return [*whom, *_texts(place, "dikoordinasikan oleh"), *_listed(place, roles["who"])]
    made = [*_listed(place, roles["who"]), *said.get("modal", []), *said.get("manner", [])]
    made += _texts(place, " dan ".join(frame.verbs))
    if "whom" in roles:
        return [*made, *_listed(place, roles["whom"])]
    made += said.get("directly", [])
    return [*made, *_with_roles(place, roles, "then" in said), *said.get("periods", [])]


def _with_roles(place: Word, roles: _Roles, then: bool = False) -> list[Word]:
    """The names that have their words before them, in the order of the grammar."""
    made: list[Word] = []
    for role, before in _BEFORE.items():
        if role in roles:
            joint = "kemudian" if role == "via" and then else "dan"
            made += [*_texts(place, before), *_listed(place, roles[role], joint)]
    return made


def _listed(place: Word, names: list[list[Word]], joint: str = "dan") -> list[Word]:
    first, *others = names
    return [*first, *(word for name in others for word in (*_texts(place, joint), *name))]


def _texts(place: Word, said: str) -> list[Word]:
    return [place._replace(text=word) for word in said.split()]
