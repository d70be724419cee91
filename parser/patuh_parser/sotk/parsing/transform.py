"""The actions of the grammar: reductions to raw sentences, without any knowledge of the file."""

from collections.abc import Callable, Iterable
from functools import partial
from operator import itemgetter
from typing import Any

from patuh_parser.sotk.forms import BOUND_ASISTEN
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.lexing.patterns import COORDINATION, Pattern
from patuh_parser.sotk.parsing.each_asisten import any_asisten
from patuh_parser.sotk.parsing.syntax import (
    NOWHERE,
    Alteration,
    Body,
    Clause,
    Item,
    Manner,
    Objects,
    Sentence,
    Subject,
    Through,
)
from patuh_parser.sotk.vocabulary import party, tables
from patuh_parser.text.span import Span

_PASSIVES = {"DIKOORDINASIKAN": "mengoordinasikan", "DIBAWAHI": "membawahi", "DIBINA": "membina"}
Children = list[Any]


def action(name: str, size: int) -> Callable[[Children], Any] | None:
    """Return what makes a value of so many children of a rule or alias of sentences.lark, None if
    it is the only one.

    A form without an action of its own is a body: of a line, or of a text, names and a list.
    """
    if not name or (size == 1 and name in _ITSELF):
        return None
    return _ACTIONS.get(name) or partial(_body, name)


def _sentence(children: Children) -> Sentence:
    result = Sentence(children[0], children[-1])
    for child in children[1:-1]:
        if type(child) is tuple:
            result.modality, result.negated = child
        elif child is not None:
            _qualify(result.body.manner, child)
    if result.body.told is not None:
        result.body.text = f"{_written(result.subject.names)} {result.body.text}"
    if result.body.form == "placed":
        _lie_inside(result.subject.names, result.body.objects.names[0])
        result.body = Body("declaration")
    return _passively(result)


_OVER = frozenset({"membawahi", "membina", "mengoordinasikan"})


def _passively(said: Sentence) -> Sentence:
    """What the Asisten of each does (`Asisten yang membidangi membina Dinas X`), of whom he does
    it to."""
    body, who = said.body, said.subject.names[:1]
    if not who or who[0].key != BOUND_ASISTEN or body.form not in _OVER or body.text:
        return said
    objects = body.objects
    listed = [item.mention for item in objects.items or () if item.mention is not None]
    said.subject = Subject(listed or objects.names, objects.group, objects.besides)
    body.objects, body.text = Objects(), "passive_bound"
    return said


def _text(tokens: list[Token]) -> str:
    """Tokens as they stand, without the full stop."""
    return " ".join([token.text for token in tokens[:-1]]).replace(" ,", ",")


def _written(names: list[Mention]) -> str:
    """Names with what they lie in, as a text."""
    *before, last = [name.written for name in names]
    return " dan ".join([*filter(None, [", ".join(before)]), last])


def _placed(children: Children) -> Body:
    body = Body("placed")
    body.objects.names = [children[1].value]
    return body


def _formed_within(children: Children) -> Sentence:
    """`Pada Dinas X dapat dibentuk UPT Y`: X contains Y."""
    result = Sentence(Subject([children[1].value]), _body("contains", children[2:]))
    for child in children:
        if type(child) is tuple:
            result.modality, result.negated = child
    return result


def _lie_inside(names: list[Mention], place: Mention) -> None:
    """Let each name, or what it lies in, lie in a place."""
    for name in names:
        while name.inside is not None:
            name = name.inside
        name.inside = place


def _lacking(who: list[Mention] | Token, words: str) -> list[tuple[Mention | str, str]]:
    """Those without whom, or the words for them, each with the words before."""
    return [(who.text, words)] if isinstance(who, Token) else [(name, words) for name in who]


def _in_one_place(children: Children) -> list[Mention]:
    """`Seksi A dan Seksi B pada Dinas X`: what the last lies in, those like it before it do too.

    A Bagian beside a Bidang is like it, if it is known from no list, and a Sekretariat without a
    name, or such staff, like any part of what is no part itself.
    """
    if len(children) == 1:
        return [children[0].value]
    names: list[Mention] = [child.value for child in children if child.type == "NAME"]
    last, parts = names[-1], tables().sorts["parts"]
    place = last.inside
    if place is not None and last.sort in tables().sorts["share_a_place"]:
        for name in reversed(names[:-1]):
            both = name.key is None and name.sort in parts and last.sort in parts
            one = name.alone is not None and place.sort not in parts
            alike = one or (not name.title and (both or name.sort == last.sort))
            if not alike or name.inside is not None:
                break
            name.within(place)
    return names


def _formed_now(children: Children) -> Sentence:
    return Sentence(Subject(_mentions(children[1])), Body("declaration"))


def _guide_verbs(children: Children) -> Body:
    body = _body("membina", children)
    body.aspects = _unique(tables().aspects[verb.value] for verb in _of("MEMBINA", children))
    return body


def _passive(children: Children) -> Body:
    verb = children[0]
    body = _body(_PASSIVES[verb.type], children)
    body.text = "passive_bound" if _of("VARIABLE", children) else "passive"
    if verb.type == "DIBINA":
        nouns = [noun.value for noun in _of("PEMBINAAN", children)]
        first = tables().aspects.get(verb.value) or verb.value.split()[-1]
        body.aspects = _unique([first, *nouns])
    return body


def _relation(children: Children) -> Body:
    body = _body("berhubungan_kerja", children)
    if _of("BERKOORDINASI", children) and not body.manner.patterns:
        body.manner.patterns = [Pattern(COORDINATION)]
    return body


def _mutual(children: Children) -> Body:
    """A relation of those that the sentence is on, each with each."""
    body = _relation(children)
    body.text = "mutual"
    return body


def _among(children: Children) -> Sentence:
    """`Antara A dan B …`: each with each, or those before `dengan` with those after it."""
    named = [child for child in children if type(child) is list]
    body = _relation([child for child in children if type(child) not in (list, tuple)])
    if len(named) > 1:
        body.objects.names = named[1]
    else:
        body.text = "mutual"
    sentence = Sentence(Subject(named[0]), body)
    for child in children:
        if type(child) is tuple and child[0] != "past":
            sentence.modality, sentence.negated = child
        elif type(child) is tuple:
            _qualify(body.manner, child)
    return sentence


def _object_list(children: Children) -> tuple[Objects, list[Any]]:
    unsur = children[0].value if len(children) > 1 else None
    return Objects(items=children[-1], unsur=unsur), []


def _under(children: Children) -> Body:
    body = _body("membawahi", children)
    body.text = "passive"
    return body


def _target(children: Children) -> Objects:
    only = children[0]
    return Objects(variable=True) if type(only) is Token else Objects(names=only)


def _station(children: Children) -> Mention | Span:
    only = children[0]
    return only.value if only.type == "NAME" else only.span  # type: ignore[no-any-return]


def _stations(children: Children) -> list[Mention | Span]:
    return [child for child in children if type(child) is not Token]


def _step(children: Children) -> Clause:
    words = _of("WORD", children)
    opening = (
        children.pop(0).value
        if type(children[0]) is Token and children[0].type == "OPENING"
        else ""
    )
    who, *others = children
    group = who.value if type(who) is Token else ""
    clause = Clause([] if group else who, [word.value for word in words], words)
    clause.opening = opening
    if group:
        clause.acting = group if party(group) is not None else group[:1].lower() + group[1:]
    for child in others:
        if type(child) is not Token or child.type != "WORD":
            _add_to_step(clause, child)
    return clause


def _of(kind: str, children: Children) -> list[Token]:
    return [child for child in children if type(child) is Token and child.type == kind]


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _mentions(named: list[Any]) -> list[Mention]:
    """The names of an enumeration or of a list."""
    found: list[Any] = [entry.mention if type(entry) is Item else entry for entry in named]
    return found


def _body(form: str, children: Children) -> Body:
    """A text, names or a list, and what qualifies them."""
    objects: Objects | None = None
    manner, text = Manner(), ""
    aspects: list[str] = []
    for child in children:
        kind = type(child)
        if kind is Token:
            if child.type == "TEXT":
                text = child.value
            elif child.type in _OF_LINES:
                _qualify(manner, child)
        elif kind is Objects:
            objects = child
        elif kind is list:
            objects = objects or Objects()
            if child and type(child[0]) is Item:
                objects.items = child
            else:
                objects.names = child
        elif kind is tuple and type(child[0]) is Objects:
            objects = child[0]
            for tail in child[1]:
                if type(tail) is not Token or tail.type != "DOT":
                    _qualify(manner, tail)
        elif kind is tuple and child[0] == "aspects":
            aspects = child[1]
        elif kind is Through or kind is tuple:
            _qualify(manner, child)
    return Body(form, objects or Objects(), manner, aspects, text)


def _qualify(manner: Manner, child: Any) -> None:
    """Let a qualifier hold; notes where one holds already."""
    kind = type(child)
    if kind is Through:
        again: Any = manner.through
        manner.through = child
        place = NOWHERE if again is None else child.span
    elif kind is tuple:
        if child[0] != "past":
            return
        again, manner.without = manner.without, child[1]
        place = child[1][0].span
    elif child.type == "PATTERN":
        again, manner.patterns = manner.patterns, child.value
        place = child.span
    elif child.type in _SINGLE:
        field, value = _SINGLE[child.type]
        before = getattr(manner, field)
        again = before and before != value  # to say the same twice does no harm
        setattr(manner, field, value)
        if field == "nature" and child.value != f"secara {value}":
            manner.nature_as = child.value
        place = child.span
    else:
        return
    if again:
        manner.twice = place


_SINGLE: dict[str, tuple[str, Any]] = {
    "LANGSUNG": ("direct", True),
    "TEKNIS": ("nature", "teknis"),
    "ADMINISTRATIF": ("nature", "administratif"),
    "ONLY": ("only", True),
}
"""Terminal → the field of a manner that it sets, and to what."""
_OF_LINES = frozenset({*_SINGLE, "PATTERN"})
"""Terminals that qualify a line."""


def _add_to_step(clause: Clause, child: Any) -> None:
    kind = type(child)
    if kind is list:
        clause.targets += child
    elif kind is tuple and child[0] in _NAMED:
        _NAMED[child[0]](clause, child[1])
        clause.toward = child[2] if len(child) > _PLAIN else clause.toward
    elif kind is tuple:
        clause.modality, clause.negated = child
    elif kind is Through:
        _go_through(clause, child)
    elif kind is Token and child.type in _QUALIFIES:
        if child.type in _ONCE and _ONCE[child.type](clause):
            clause.manner.twice = child.span
        _QUALIFIES[child.type](clause, child.value)


def _go_through(clause: Clause, stations: Through) -> None:
    """Stations that are named at two places are those of one way."""
    before = clause.manner.through
    if before is not None:
        ordered = before.ordered or stations.ordered
        stations = Through([*before.stations, *stations.stations], ordered, stations.span)
    clause.manner.through = stations


_PLAIN = 2
"""A place in a clause and who is named; a preposition may follow."""


def _add_period(clause: Clause, value: tuple[tuple[str, ...], str]) -> None:
    clause.periods.extend(value[0])
    clause.periods_as.append(value[1])
    times = tables().values["time"]
    clause.time = next((words for words in times if value[1].endswith(words)), clause.time)


def _step_text(clause: Clause, text: str) -> None:
    clause.text = f"{clause.text} {text}".strip()


def _named(place: str, parties: str = "") -> Callable[[Clause, Any], None]:
    def add(clause: Clause, value: Any) -> None:
        if type(value) is Token:
            getattr(clause, parties).append(value.text)
        else:
            getattr(clause, place).extend(value)

    return add


_NAMED: dict[str, Callable[[Clause, Any], None]] = {
    "targets": _named("targets", "parties"),
    "coordinated": _named("coordinated"),
    "approved": _named("approved"),
    "copied": _named("copies"),
    "lacking": _named("lacking"),
    "heard": _named("heard", "heard_parties"),
    "without": lambda clause, mentions: clause.manner.without.extend(mentions),
}
_QUALIFIES: dict[str, Callable[[Clause, Any], None]] = {
    "MEANS": lambda clause, value: clause.means.extend(value),
    "DATE": lambda clause, value: setattr(clause, "date", value),
    "LANGSUNG": lambda clause, _: setattr(clause.manner, "direct", True),
    "MANNER": lambda clause, value: clause.manners.extend(value),
    "PERIOD": _add_period,
    "DUE": lambda clause, value: setattr(clause, "due", f"{clause.due} {value}".strip()),
    "TAIL": _step_text,
    "ROLE": lambda clause, value: setattr(clause, "role", value),
}

_ONCE: dict[str, Callable[[Clause], Any]] = {
    "DATE": lambda clause: clause.date,
    "LANGSUNG": lambda clause: clause.manner.direct,
    "ROLE": lambda clause: clause.role,
}
"""What a step says once → what it said of it before."""


_ITSELF = frozenset({"tail", "addressee", "before_verb", "to_direct", "manner", "qualifier"})
"""Rules and aliases that hand on what they are of."""
_ACTIONS: dict[str, Callable[[Children], Any]] = {
    "declaration": lambda c: Sentence(Subject(c[0]), Body("declaration")),
    "class_list": lambda c: Sentence(
        Subject(), Body("class_list", Objects(items=c[1], unsur=c[0].value))
    ),
    "formed_now": _formed_now,
    "sentence": _sentence,
    "subject_units": lambda c: Subject(c[0]),
    "subject_group": lambda c: Subject(group=c[1].value, besides=c[3] if len(c) > 2 else []),
    "subject_each": lambda c: Subject([c[1].value], each=True),
    "subject_together": lambda c: Subject([*c[0], *c[2]]),
    "subject_class": lambda c: Subject(group=c[0].value),
    "placed": _placed,
    "formed_within": _formed_within,
    "under": _under,
    "assisted": lambda c: Body("told", text=_text(c), told="teks"),
    "guide_verbs": _guide_verbs,
    "passive": _passive,
    "relation": _relation,
    "mutual": _mutual,
    "among": _among,
    "classified": lambda c: Body(
        "classified", Objects(unsur=c[1].value), text="".join(t.value for t in _of("TEXT", c))
    ),
    "object_names": lambda c: (Objects(names=c[0]), c[1:]),
    "object_group": lambda c: (Objects(group=c[1].value), c[2:]),
    "object_besides": lambda c: (Objects(group=c[1].value, besides=c[3]), c[4:]),
    "object_class": lambda c: (Objects(group=c[0].value), c[1:]),
    "object_list": _object_list,
    "partner": lambda c: Objects(names=c[0]),
    "partner_group": lambda c: Objects(group=c[1].value),
    "partner_class": lambda c: Objects(group=c[0].value),
    "target": _target,
    "listing": lambda c: c[1].value,
    "names": _in_one_place,
    "aspects": lambda c: ("aspects", _unique(noun.value for noun in _of("PEMBINAAN", c))),
    "past": lambda c: ("past", [token.value for token in _of("NAME", c)]),
    "past_any": lambda c: ("past", [any_asisten(c[1])]),
    "below": lambda c: next(iter(_of("LANGSUNG", c)), None),
    "through": lambda c: Through(_stations(c), span=c[0].span),
    "through_ordered": lambda c: Through(_stations(c), ordered=True, span=c[0].span),
    "without": lambda c: ("without", [token.value for token in _of("NAME", c)]),
    "without_any": lambda c: ("without", [any_asisten(c[1])]),
    "to_parties": lambda c: ("targets", c[0]),
    "approved": lambda c: ("approved", c[1]),
    "copied": lambda c: ("copied", c[1]),
    "lacking": lambda c: ("lacking", _lacking(c[1], c[0].value)),
    "heard": lambda c: ("heard", c[1]),
    "station": _station,
    "modal": lambda c: MODALS[c[0].type],
    "to": lambda c: ("targets", c[1], c[0].value),
    "coordinated": lambda c: ("coordinated", _stations(c)),
    "change": itemgetter(-1),
    "formed": lambda c: Alteration("bentuk", result=_mentions(c[1])),
    "removed": lambda c: Alteration("hapus", _mentions(c[1])),
    "joined": lambda c: Alteration("gabung", c[1], [c[3].value]),
    "divided": lambda c: Alteration("pecah", [c[1].value], c[3]),
    "moved": lambda c: Alteration("alih", c[1], to=c[3].value),
    "retitled": lambda c: Alteration("ganti", [c[1].value], [c[3].value]),
    "step": _step,
}
"""Rule or alias → what its children (`c`) make."""
