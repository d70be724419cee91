"""The actions of the grammar: reductions to raw sentences, without any knowledge of the file."""

from collections.abc import Callable
from functools import partial
from typing import Any

from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.names import Mention
from patuh_parser.sotk.model import Modality
from patuh_parser.sotk.parsing.syntax import (
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
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span

_MODALS: dict[str, tuple[Modality | None, bool]] = {
    "WAJIB": ("wajib", False),
    "DAPAT": ("dapat", False),
    "TIDAK_WAJIB": ("tidak_wajib", True),
    "TIDAK": (None, True),
}
_PASSIVES = {"DIKOORDINASIKAN": "mengoordinasikan", "DIBAWAHI": "membawahi", "DIBINA": "membina"}
Children = list[Any]


def action(name: str) -> Callable[[Children], Any]:
    """Return what makes a value of the children of a rule or alias of sentences.lark.

    A form without an action of its own is a body: of a line, or of a text, names and a list.
    """
    own = getattr(Actions, name, None)
    return own if own is not None else partial(_body, name)


class Actions:
    """One function for each rule or alias that is more than a body."""

    @staticmethod
    def declaration(children: Children) -> Sentence:
        return Sentence(Subject(children[0]), Body("declaration"))

    @staticmethod
    def class_list(children: Children) -> Sentence:
        objects = Objects(items=children[1], unsur=children[0].value)
        return Sentence(Subject(), Body("class_list", objects))

    @staticmethod
    def sentence(children: Children) -> Sentence:
        result = Sentence(children[0], children[-1])
        for child in children[1:-1]:
            if type(child) is tuple:
                result.modality, result.negated = child
            else:
                _qualify(result.body.manner, child)
        return result

    @staticmethod
    def subject_units(children: Children) -> Subject:
        return Subject(children[0])

    @staticmethod
    def subject_group(children: Children) -> Subject:
        return Subject(group=children[1].value)

    @staticmethod
    def guide_verbs(children: Children) -> Body:
        body = _body("membina", children)
        aspects = tables().aspects
        found = [aspects[c.value] for c in children if type(c) is Token and c.type == "MEMBINA"]
        body.aspects = list(dict.fromkeys(found))
        return body

    @staticmethod
    def passive(children: Children) -> Body:
        verb = children[0]
        body = _body(_PASSIVES[verb.type], children)
        bound = any(type(child) is Token and child.type == "VARIABLE" for child in children)
        body.text = "passive_bound" if bound else "passive"
        if verb.type == "DIBINA":
            body.aspects = [tables().aspects[verb.value]]
        return body

    @staticmethod
    def berhubungan_kerja(children: Children) -> Body:
        body = _body("berhubungan_kerja", children)
        if children[0].type == "BERKOORDINASI":
            body.manner.pattern.insert(0, "koordinatif")
        return body

    @staticmethod
    def classified(children: Children) -> Body:
        return Body("classified", Objects(unsur=children[1].value))

    @staticmethod
    def object_names(children: Children) -> tuple[Objects, list[Any]]:
        return Objects(names=children[0]), children[1:]

    @staticmethod
    def object_group(children: Children) -> tuple[Objects, list[Any]]:
        return Objects(group=children[1].value), children[2:]

    @staticmethod
    def object_list(children: Children) -> tuple[Objects, list[Any]]:
        unsur = children[0].value if len(children) > 1 else None
        return Objects(items=children[-1], unsur=unsur), []

    @staticmethod
    def target(children: Children) -> Objects:
        only = children[0]
        return Objects(variable=True) if type(only) is Token else Objects(names=only)

    @staticmethod
    def listing(children: Children) -> list[Item]:
        return children[1].value  # type: ignore[no-any-return]

    @staticmethod
    def names(children: Children) -> list[Mention]:
        return [child.value for child in children if child.type == "NAME"]

    @staticmethod
    def aspects(children: Children) -> tuple[str, list[str]]:
        found = [child.value for child in children if child.type == "PEMBINAAN"]
        return "aspects", list(dict.fromkeys(found))

    @staticmethod
    def pattern(children: Children) -> tuple[str, list[Token]]:
        return "pattern", children

    with_pattern = pattern

    @staticmethod
    def through(children: Children) -> Through:
        return Through([c for c in children if type(c) is not Token])

    @staticmethod
    def through_ordered(children: Children) -> Through:
        return Through([c for c in children if type(c) is not Token], ordered=True)

    @staticmethod
    def without(children: Children) -> tuple[str, Mention]:
        return "without", children[1].value

    @staticmethod
    def only(children: Children) -> Any:
        return children[0]

    tail = addressee = step_modal = to_direct = manner = only

    @staticmethod
    def station(children: Children) -> Mention | Span:
        only = children[0]
        return only.value if only.type == "NAME" else only.span  # type: ignore[no-any-return]

    @staticmethod
    def qualifier(children: Children) -> str:
        return children[0].type  # type: ignore[no-any-return]

    @staticmethod
    def modal(children: Children) -> tuple[Modality | None, bool]:
        return _MODALS[children[0].type]

    @staticmethod
    def to(children: Children) -> list[Mention]:
        return children[1]  # type: ignore[no-any-return]

    @staticmethod
    def coordinated(children: Children) -> tuple[str, list[Mention | Span]]:
        return "coordinated", [c for c in children if type(c) is not Token]

    @staticmethod
    def change(children: Children) -> Alteration:
        return children[-1]  # type: ignore[no-any-return]

    @staticmethod
    def formed(children: Children) -> Alteration:
        return Alteration("bentuk", result=_mentions(children[1]))

    @staticmethod
    def removed(children: Children) -> Alteration:
        return Alteration("hapus", _mentions(children[1]))

    @staticmethod
    def joined(children: Children) -> Alteration:
        return Alteration("gabung", children[1], [children[3].value])

    @staticmethod
    def divided(children: Children) -> Alteration:
        return Alteration("pecah", [children[1].value], children[3])

    @staticmethod
    def moved(children: Children) -> Alteration:
        return Alteration("alih", children[1], to=children[3].value)

    @staticmethod
    def retitled(children: Children) -> Alteration:
        return Alteration("ganti", [children[1].value], [children[3].value])

    @staticmethod
    def step(children: Children) -> Clause:
        words = [c for c in children if type(c) is Token and c.type == "WORD"]
        clause = Clause(
            children[0], [word.value for word in words], words[0].span.to(words[-1].span)
        )
        for child in children[1:]:
            _add_to_step(clause, child)
        return clause


def _mentions(named: list[Any]) -> list[Mention]:
    """The names of an enumeration or of a list."""
    found: list[Any] = [entry.mention if type(entry) is Item else entry for entry in named]
    return found


def _body(form: str, children: Children) -> Body:
    """A text, names or a list, and what qualifies them."""
    body = Body(form)
    for child in children:
        kind = type(child)
        if kind is Token:
            if child.type == "TEXT":
                body.text = child.value
        elif kind is Objects:
            body.objects = child
        elif kind is list:
            if child and type(child[0]) is Item:
                body.objects.items = child
            else:
                body.objects.names = child
        elif kind is tuple and type(child[0]) is Objects:
            body.objects = child[0]
            for tail in child[1]:
                _qualify(body.manner, tail)
        elif kind is tuple and child[0] == "aspects":
            body.aspects = child[1]
        else:
            _qualify(body.manner, child)
    return body


def _qualify(manner: Manner, child: Any) -> None:
    if type(child) is Through:
        manner.through = child
    elif child == "LANGSUNG":
        manner.direct = True
    elif child == "TEKNIS":
        manner.nature = "teknis"
    elif child == "ADMINISTRATIF":
        manner.nature = "administratif"
    elif type(child) is tuple and child[0] == "without":
        manner.direct = True
    elif type(child) is tuple and child[0] == "pattern":
        for token in child[1]:
            if token.type == "PAREN":
                manner.term = token.value
            elif token.type == "WORD":
                manner.pattern.append(token.value)


def _add_to_step(clause: Clause, child: Any) -> None:
    kind = type(child)
    if kind is list:
        clause.targets += child
    elif kind is tuple and child[0] == "coordinated":
        clause.coordinated += child[1]
    elif kind is tuple and child[0] == "without":
        clause.manner.direct = True
    elif kind is tuple:
        clause.modality, clause.negated = child
    elif kind is Through:
        clause.manner.through = child
    elif kind is Token and child.type == "MEANS":
        clause.means += child.value
    elif kind is Token and child.type == "DATE":
        clause.date = child.value
    elif kind is Token and child.type == "LANGSUNG":
        clause.manner.direct = True
