"""The actions of the grammar: reductions to raw sentences, without any knowledge of the file."""

from typing import Any

from patuh_parser.sotk.lexing.names import Mention
from patuh_parser.sotk.lexing.sentence_tokens import Token
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


class Actions:
    """One method for each rule or alias of sentences.lark; Lark calls them bottom-up."""

    def declaration(self, children: Children) -> Sentence:
        return Sentence(Subject(children[0]), Body("declaration"))

    def class_list(self, children: Children) -> Sentence:
        objects = Objects(items=children[1], unsur=children[0].value)
        return Sentence(Subject(), Body("class_list", objects))

    def sentence(self, children: Children) -> Sentence:
        result = Sentence(children[0], children[-1])
        for child in children[1:-1]:
            if type(child) is tuple:
                result.modality, result.negated = child
            else:
                _qualify(result.body.manner, child)
        return result

    def subject_units(self, children: Children) -> Subject:
        return Subject(children[0])

    def subject_group(self, children: Children) -> Subject:
        return Subject(group=children[1].value)

    def line(self, children: Children) -> Body:
        return children[0]  # type: ignore[no-any-return]

    other = line

    def responsible(self, children: Children) -> Body:
        return _line("bertanggung_jawab", children)

    def command(self, children: Children) -> Body:
        return _line("membawahi", children)

    def guide_nouns(self, children: Children) -> Body:
        return _line("membina", children)

    def guide_verbs(self, children: Children) -> Body:
        body = _line("membina", children)
        aspects = tables().aspects
        found = [aspects[c.value] for c in children if type(c) is Token and c.type == "MEMBINA"]
        body.aspects = list(dict.fromkeys(found))
        return body

    def coordinate(self, children: Children) -> Body:
        return _line("mengoordinasikan", children)

    def passive(self, children: Children) -> Body:
        verb = children[0]
        body = _line(_PASSIVES[verb.type], children)
        bound = any(type(child) is Token and child.type == "VARIABLE" for child in children)
        body.text = "passive_bound" if bound else "passive"
        if verb.type == "DIBINA":
            body.aspects = [tables().aspects[verb.value]]
        return body

    def relation(self, children: Children) -> Body:
        body = _line("berhubungan_kerja", children)
        if children[0].type == "BERKOORDINASI":
            body.manner.pattern.insert(0, "koordinatif")
        return body

    def task(self, children: Children) -> Body:
        return _texted("task", children)

    def delegation(self, children: Children) -> Body:
        return _texted("delegation", children)

    def kinship(self, children: Children) -> Body:
        return _texted("kinship", children)

    def renamed(self, children: Children) -> Body:
        return _texted("ganti", children)

    def merged(self, children: Children) -> Body:
        return _texted("gabung", children)

    def split(self, children: Children) -> Body:
        return _texted("pecah", children)

    def abolished(self, children: Children) -> Body:
        return _texted("hapus", children)

    def classified(self, children: Children) -> Body:
        return Body("classified", Objects(unsur=children[1].value))

    def contains(self, children: Children) -> Body:
        return _texted("contains", children)

    def abbreviated(self, children: Children) -> Body:
        return _texted("abbreviated", children)

    def headed(self, children: Children) -> Body:
        return _texted("headed", children)

    def members(self, children: Children) -> Body:
        return _texted("members", children)

    def field(self, children: Children) -> Body:
        return _texted("field", children)

    def exempted(self, children: Children) -> Body:
        return _texted("exempted", children)

    def object_names(self, children: Children) -> tuple[Objects, list[Any]]:
        return Objects(names=children[0]), children[1:]

    def object_group(self, children: Children) -> tuple[Objects, list[Any]]:
        return Objects(group=children[1].value), children[2:]

    def object_list(self, children: Children) -> tuple[Objects, list[Any]]:
        unsur = children[0].value if len(children) > 1 else None
        return Objects(items=children[-1], unsur=unsur), []

    def target(self, children: Children) -> Objects:
        only = children[0]
        return Objects(variable=True) if type(only) is Token else Objects(names=only)

    def listing(self, children: Children) -> list[Item]:
        return children[1].value  # type: ignore[no-any-return]

    def names(self, children: Children) -> list[Mention]:
        return [child.value for child in children if child.type == "NAME"]

    def aspects(self, children: Children) -> tuple[str, list[str]]:
        found = [child.value for child in children if child.type == "PEMBINAAN"]
        return "aspects", list(dict.fromkeys(found))

    def pattern(self, children: Children) -> tuple[str, list[Token]]:
        return "pattern", children

    with_pattern = pattern

    def through(self, children: Children) -> Through:
        return Through([c for c in children if type(c) is not Token])

    def through_ordered(self, children: Children) -> Through:
        return Through([c for c in children if type(c) is not Token], ordered=True)

    def without(self, children: Children) -> tuple[str, Mention]:
        return "without", children[1].value

    def tail(self, children: Children) -> Any:
        return children[0]

    addressee = tail

    def station(self, children: Children) -> Mention | Span:
        only = children[0]
        return only.value if only.type == "NAME" else only.span  # type: ignore[no-any-return]

    def qualifier(self, children: Children) -> str:
        return children[0].type  # type: ignore[no-any-return]

    def modal(self, children: Children) -> tuple[Modality | None, bool]:
        return _MODALS[children[0].type]

    def step_modal(self, children: Children) -> tuple[Modality | None, bool]:
        return children[0]  # type: ignore[no-any-return]

    def to(self, children: Children) -> list[Mention]:
        return children[1]  # type: ignore[no-any-return]

    def to_direct(self, children: Children) -> list[Mention]:
        return children[0]  # type: ignore[no-any-return]

    def coordinated(self, children: Children) -> tuple[str, list[Mention | Span]]:
        return "coordinated", [c for c in children if type(c) is not Token]

    def manner(self, children: Children) -> Token:
        return children[0]  # type: ignore[no-any-return]

    def change(self, children: Children) -> Alteration:
        return children[-1]  # type: ignore[no-any-return]

    def formed(self, children: Children) -> Alteration:
        return Alteration("bentuk", result=_mentions(children[1]))

    def removed(self, children: Children) -> Alteration:
        return Alteration("hapus", _mentions(children[1]))

    def joined(self, children: Children) -> Alteration:
        return Alteration("gabung", children[1], [children[3].value])

    def divided(self, children: Children) -> Alteration:
        return Alteration("pecah", [children[1].value], children[3])

    def moved(self, children: Children) -> Alteration:
        return Alteration("alih", children[1], to=children[3].value)

    def retitled(self, children: Children) -> Alteration:
        return Alteration("ganti", [children[1].value], [children[3].value])

    def step(self, children: Children) -> Clause:
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


def _line(form: str, children: Children) -> Body:
    body = Body(form)
    for child in children:
        kind = type(child)
        if kind is Objects:
            body.objects = child
        elif kind is list:
            body.objects = Objects(names=child)
        elif kind is tuple and type(child[0]) is Objects:
            body.objects = child[0]
            for tail in child[1]:
                _qualify(body.manner, tail)
        elif kind is tuple and child[0] == "aspects":
            body.aspects = child[1]
        elif kind is not Token:
            _qualify(body.manner, child)
    return body


def _texted(form: str, children: Children) -> Body:
    body = Body(form)
    for child in children:
        if type(child) is Token:
            if child.type == "TEXT":
                body.text = child.value
        elif child and type(child[0]) is Item:
            body.objects.items = child
        else:
            body.objects.names = child
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
