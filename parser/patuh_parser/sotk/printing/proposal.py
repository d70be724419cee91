"""The canonical text of a proposal."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from msgspec.structs import replace

from patuh_parser.sotk import model as m
from patuh_parser.sotk.forms import Node, modal_words, units_of
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.printing.flows import flow_lines
from patuh_parser.sotk.printing.phrases import Phrases, bound, ended, one_sentence
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.dates import write_date
from patuh_parser.text.enumerated import enumerated

_VERBS = {
    "membawahi": "membawahi",
    "mengoordinasikan": "mengoordinasikan",
    "mengoordinasikan_administratif": "secara administratif mengoordinasikan",
}
_AMENDMENTS = {
    "bentuk": "membentuk {new}.",
    "hapus": "menghapus {old}.",
    "gabung": "menggabungkan {old} menjadi {new}.",
    "pecah": "memecah {old} menjadi {new}.",
    "alih": "mengalihkan {old} kepada {to}.",
    "ganti": "mengganti nama {old} menjadi {new}.",
}


def print_proposal(proposal: m.Proposal, gazetteer: Gazetteer) -> str:
    """Return a text that reads as this proposal again, spans apart.

    `gazetteer` is the one that the proposal was read with.
    """
    phrases = Phrases(proposal, {name.key: name.display for name in gazetteer.names})
    lines = list(_header(proposal.header, phrases))
    if proposal.amendments:
        lines += ["", "PERUBAHAN", ""]
        lines += (amendment_text(amendment, phrases) for amendment in proposal.amendments)
    if proposal.has_structure:
        lines += ["", "STRUKTUR", ""]
        lines += _alone(proposal, phrases)
        lines += [
            f"{phrases.own(u)} disingkat {short}." for u in proposal.units for short in u.also
        ]
        lines += _statements(proposal.statements, phrases)
    if proposal.has_chart:
        lines += ["", "BAGAN", ""]
        drawn = "\n".join(_statements(proposal.chart, phrases))
        short = [] if proposal.has_structure else [unit for unit in proposal.units if unit.also]
        for unit in short:
            said = " ".join([phrases.own(unit), *(f"({short})" for short in unit.also)])
            drawn = drawn.replace(phrases.own(unit), said, 1)
        lines += [drawn] if drawn else []
    for flow in _workflows(proposal):
        lines.append("")
        lines += flow_lines(flow, phrases)
    return "\n".join(lines) + "\n"


def _workflows(proposal: m.Proposal) -> Iterator[m.Workflow]:
    """The workflows without what exemptions of STRUKTUR say already."""
    exempted = {one.span for one in proposal.statements if isinstance(one, m.Exemption)}
    for flow in proposal.workflows:
        steps = tuple(step for step in flow.steps if step.span not in exempted)
        if steps or not flow.steps:
            yield replace(flow, steps=steps)


def statement_text(statement: m.Statement, phrases: Phrases) -> str:
    """Return one statement as a sentence of its own, or as heading and list item on two lines."""
    return "\n".join(_statements((statement,), phrases)).strip()


def _header(header: m.Header, phrases: Phrases) -> Iterator[str]:
    yield f"{header.kind.upper():<8}: {header.title}"
    yield f"DAERAH  : {header.region}"
    for keyword, citations in (
        ("DASAR", header.bases),
        ("RUJUKAN", header.references),
        ("MENCABUT", header.repeals),
    ):
        yield from (f"{keyword:<8}: {citation.text}" for citation in citations)
    if header.base is not None:
        yield f"TERHADAP: {header.base}"
    yield from (f"SATUAN  : {words} = {like}" for words, like, _ in header.sorts)
    yield from (f"SKOR    : {phrases.name(key)} = {score}" for key, score, _ in header.scores)
    if header.date is not None:
        yield f"TANGGAL : {write_date(header.date)}"
    scope = "lengkap" if header.scope.complete else "sebagian"
    if header.scope.complete_for:
        scope = "lengkap untuk " + "; ".join(map(phrases.name, header.scope.complete_for))
    if header.base is None or "LINGKUP" in header.spans:
        yield f"LINGKUP : {scope}"


def _alone(proposal: m.Proposal, phrases: Phrases) -> Iterator[str]:
    """Units that no statement, step or header line names."""
    nodes: tuple[Node, ...] = (*proposal.statements, *proposal.chart, *proposal.workflows)
    said = bool(nodes or proposal.amendments)  # a header alone is no proposal
    header = proposal.header
    in_header = (*header.scope.complete_for, *(key for key, _, _ in header.scores))
    named = set(in_header if said else ())
    for node in nodes:
        named.update(units_of(node))
    for amendment in proposal.amendments:
        named.update((*amendment.units, *amendment.result, *filter(None, (amendment.to,))))
    for key in list(named):
        unit = phrases.units.get(key)
        while unit is not None and unit.parent is not None and unit.parent not in named:
            named.add(unit.parent)
            unit = phrases.units.get(unit.parent)
    for unit in proposal.units:
        if unit.key in named and unit.type is None:
            continue
        name = phrases.name(unit.key, bare=unit.key in named)
        yield f"{name.replace(unit.name, f'{unit.name} {unit.type}', 1) if unit.type else name}."


def _statements(statements: tuple[m.Statement, ...], phrases: Phrases) -> Iterator[str]:
    at = 0
    heading = ""
    while at < len(statements):
        statement = statements[at]
        following = statements[at + 1] if at + 1 < len(statements) else None
        listed = ""
        if isinstance(statement, m.Line) and isinstance(following, m.Classification):
            manner = (statement.via, statement.without, statement.group, statement.adverbials)
            plain = not any(manner)
            plain = plain and statement.source is not None
            listable = statement.kind in (*_VERBS, "membina")
            if statement.target == following.unit and plain and listable:
                listed = f"{_line(statement, phrases)} {_class(following.unsur)}:"
        if listed and isinstance(statement, m.Line):
            if listed != heading:
                yield listed
            yield f"  - {phrases.name(statement.target or '')}"
            at += 1
        elif isinstance(statement, m.Classification) and not (
            statement.adverbials or statement.field
        ):
            listed = f"{_class(statement.unsur)}:"
            if listed != heading:
                yield listed
            yield f"  - {phrases.name(statement.unit)}"
        elif isinstance(statement, m.Membership) and statement.adverbials and not statement.leader:
            same = partial(_beside, statement)
            run = [one for one in takewhile(same, statements[at:]) if isinstance(one, m.Membership)]
            names = enumerated(phrases.name(one.member) for one in run)
            words = " ".join(statement.adverbials)
            yield ended(f"{phrases.name(statement.forum)} beranggotakan {names} {words}")
            at += len(run) - 1
        elif isinstance(statement, m.Membership):
            listed = _qualified(f"{phrases.name(statement.forum)} beranggotakan:", statement)
            if listed != heading:
                yield listed
            role = f" sebagai {statement.role}" if statement.role else ""
            leader = " (pimpinan lembaga)" if statement.leader else ""
            yield f"  - {phrases.name(statement.member)}{role}{leader}"
        elif isinstance(statement, m.Line) and statement.source == m.BOUND_ASISTEN:
            yield _qualified(_passive(statement, phrases), statement)
        elif isinstance(statement, m.Line):
            said = f"{_line(statement, phrases)} {_object(statement, phrases)}"
            yield _qualified(said, statement)
        else:
            first, *rest = _plain(statement, phrases)
            yield _qualified(first, statement)
            yield from rest
        heading = listed
        at += 1


def amendment_text(amendment: m.Amendment, phrases: Phrases) -> str:
    """Return a sentence of PERUBAHAN."""
    old, new = phrases.names(amendment.units), phrases.names(amendment.result)
    return _AMENDMENTS[amendment.kind].format(old=old, new=new, to=phrases.name(amendment.to or ""))


def _beside(one: m.Membership, other: m.Statement) -> bool:
    """Whether two members are of one sentence."""
    return isinstance(other, m.Membership) and one == replace(
        other, id=one.id, member=one.member, span=one.span
    )


def _qualified(text: str, said: m.Statement) -> str:
    """A sentence with its neutral words: at its end, or before it where that holds a text."""
    if not said.adverbials:
        return text
    words = " ".join(said.adverbials)
    if isinstance(said, _FREE):
        return f"{words[0].upper()}{words[1:]}, {text}"
    return ended(f"{text.removesuffix('.').rstrip()} {words}")


_FREE = (m.Task, m.Function, m.Delegation, m.Field, m.Exemption, m.Membership)


def _class(unsur: str) -> str:
    surfaces = tables().surfaces
    return surfaces["headings"].get(unsur) or surfaces["classes"][unsur].title()


def _line(line: m.Line, phrases: Phrases) -> str:
    """Subject and verb of a line."""
    subject = (
        f"Seluruh {_group(line, phrases)}" if line.source is None else phrases.name(line.source)
    )
    adverbs = _adverbs(line)
    start = f"{subject} {modal_words(line.modality, line.negated)}"
    if line.kind == "bertanggung_jawab":
        return f"{start}bertanggung jawab {adverbs}kepada"
    if line.kind == "berhubungan_kerja":
        return f"{start}{adverbs}{'hanya ' * line.only}{_relation(line, phrases)} dengan"
    if line.kind == "membina":
        return f"{start}{adverbs}melaksanakan {enumerated(line.aspects)} kepada"
    return f"{start}{adverbs}{_VERBS[line.kind]}"


PASSIVES = {
    "mengoordinasikan": "dikoordinasikan oleh",
    "mengoordinasikan_administratif": "secara administratif dikoordinasikan oleh",
    "membawahi": "dibawahi oleh",
}
"""The verbs of lines whose subject is the lower unit, by the kind of the line."""


def _passive(line: m.Line, phrases: Phrases) -> str:
    """A line whose source is "Asisten yang membidangi", which cannot be a subject."""
    guided = (words for words, aspect in tables().aspects.items()
              if words.endswith(" oleh") and line.aspects == (aspect,))  # fmt: skip
    verb = PASSIVES.get(line.kind) or next(guided, "dibina oleh")
    subject = (
        f"Seluruh {_group(line, phrases)}" if line.target is None else phrases.name(line.target)
    )
    through = phrases.through(line.via, line.ordered) + phrases.past(line.without)
    modal = modal_words(line.modality, line.negated)
    return ended(f"{subject} {modal}{_adverbs(line)}{verb} {bound()}{through}")


def _adverbs(line: m.Line) -> str:
    """How it is said to go, with a blank behind each, or nothing."""
    said = line.nature_as or f"secara {line.nature}"
    return f"{'langsung ' * line.direct}{f'{said} ' if line.nature else ''}"


def _relation(line: m.Line, phrases: Phrases) -> str:
    """The verb of a working relation with its pattern."""
    sub = (line.subpattern or "").replace("_", " ")
    term = (line.sectoral_term or "").replace("_", " ")
    if line.sectoral_term in tables().pattern_words["scopes"].values():
        return f"berkoordinasi {term}"
    words = phrases.spelled(f"{line.pattern or ''} {sub}".strip(), line)
    return " ".join(filter(None, ("berhubungan kerja", words, f"({term})" if term else "")))


def _group(line: m.Line, phrases: Phrases) -> str:
    words = tables().surfaces["groups"][line.group or ""]
    besides = f" kecuali {phrases.names(line.besides)}" if line.besides else ""
    return (words.upper() if words == "upt" else words.title()) + besides


def _object(line: m.Line, phrases: Phrases) -> str:
    if line.target is not None:
        words = phrases.name(line.target)
    elif line.group is not None and line.source is not None:
        words = f"seluruh {_group(line, phrases)}"
    else:
        words = bound()
    return ended(words + phrases.through(line.via, line.ordered) + phrases.past(line.without))


def _plain(statement: m.Statement, phrases: Phrases) -> Iterator[str]:
    name = phrases.name
    match statement:
        case m.Placement():
            inside = f" pada {name(statement.parent)}"
            unit = name(statement.unit, bare=True).removesuffix(inside)
            unit = unit.removesuffix(f" pada {name(statement.parent, bare=True)}")
            if statement.possible:
                yield f"Pada {name(statement.parent)} dapat dibentuk {unit}."
                return
            yield f"{unit}{inside}."
        case m.Task():
            text = tables().surfaces["tasks"].get(statement.task, statement.task)
            yield from _with_text(f"{name(statement.unit)} bertugas", text)
        case m.Function():
            verb = tables().phrases["BERFUNGSI"][0]
            yield from _with_text(f"{name(statement.unit)} {verb}", statement.function)
        case m.Told():
            yield statement.text if statement.items else ended(statement.text)
            yield from (f"  - {item}" for item in statement.items)
        case m.Classification():
            plain = not statement.field or statement.field.split()[0] in tables().class_matters
            field = f"{'' if plain else 'bidang '}{statement.field}"
            yield ended(
                f"{name(statement.unit)} merupakan {_class(statement.unsur)} {field}".rstrip()
            )
        case _:
            yield ended(_canonical(statement, phrases))


def _with_text(start: str, text: str) -> Iterator[str]:
    """A text as the end of a sentence, or as the entry of a list if it could not end there."""
    if one_sentence(text):
        yield ended(f"{start} {text}")
    else:
        yield f"{start}:"
        yield f"  - {text}"


def _canonical(statement: m.Statement, phrases: Phrases) -> str:
    """The sentence that the row of a statement gives; of several the one that its kind names."""
    says = statement.form.says
    text = next(said.text for said in says if len(says) == 1 or said.name == statement.kind)  # type: ignore[union-attr]
    fields = {name: getattr(statement, name) for name in re.findall(r"{(\w+)}", text)}
    names = {name: phrases.name(fields[name]) for name in statement.form.units if name in fields}
    return text.format(**{**fields, **names})
