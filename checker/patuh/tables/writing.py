"""A table as the text of a proposal, each sentence with the cell that it is taken from."""

from collections.abc import Iterable, Sequence

from patuh.knowledge.names import known_under
from patuh.knowledge.regulations import Regulation
from patuh.messages import LANGUAGES
from patuh.tables.comments import commented
from patuh.tables.told import Notes, Said, said
from patuh.tables.tree import Placed
from patuh_parser.sotk import SotkError, message, read_proposal
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.model import Header, Placement, Proposal, Scope, Unit
from patuh_parser.sotk.printing.phrases import Phrases, ended
from patuh_parser.sotk.printing.proposal import print_proposal, statement_text
from patuh_parser.text.span import Span

MOST_READ_BACK = 5_000
"""Units of a table that is read as a proposal before it is handed out; a regency has some 2,000."""
_NOWHERE = Span(1, 1, 1, 1)


def written(
    units: Sequence[Placed],
    law: Regulation,
    title: str,
    sorts: Sequence[tuple[str, str]],
    notes: Notes,
) -> str:
    """The text; notes what the reader of proposals does not understand of it."""
    known = known_under([law])
    statements = tuple(
        Placement(at, unit.key, unit.parent, _NOWHERE)
        for at, unit in enumerate(units, 1)
        if unit.parent is not None
    )
    proposal = Proposal(
        header=_header(law, title, sorts),
        units=tuple(_units(units)),
        statements=statements,
        chart=(),
        has_chart=False,
        workflows=(),
        terms=(),
        has_structure=False,
    )
    phrases = Phrases(proposal, {name.key: name.display for name in known.names})
    of_unit = {(said.unit, said.parent): statement_text(said, phrases) for said in statements}
    lines = [print_proposal(proposal, known).rstrip("\n"), "", "STRUKTUR", ""]
    lines = "\n".join(lines).split("\n")
    first = len(lines) + 1
    for unit in units:
        sentence = ended(unit.name) if unit.parent is None else of_unit[unit.key, unit.parent]
        if unit.type:
            sentence = sentence.replace(unit.name, f"{unit.name} {unit.type}", 1)
        lines.append(commented(sentence, unit.cell))
    text = "\n".join(lines) + "\n"
    if len(units) > MOST_READ_BACK:
        notes.note("tak_dibaca_ulang", count=len(units))
    else:
        notes.errors += _unread(text, known, units, first)
    return text


def _header(law: Regulation, title: str, sorts: Iterable[tuple[str, str]]) -> Header:
    return Header(
        kind="usulan",
        title=title,
        region=law.region,
        bases=(),
        references=(),
        repeals=(),
        date=None,
        scope=Scope(),
        span=_NOWHERE,
        spans={},
        sorts=tuple((words, like, _NOWHERE) for words, like in sorts),
    )


def _units(units: Iterable[Placed]) -> Iterable[Unit]:
    found: dict[str, Unit] = {}
    for one in units:
        found.setdefault(one.key, Unit(one.key, one.name, one.sort, one.parent, _NOWHERE))
    return found.values()


def _unread(text: str, known: Gazetteer, units: Sequence[Placed], first: int) -> list[Said]:
    """What the reader of proposals does not understand, at the cells of its lines."""
    try:
        proposal = read_proposal(text, known)
    except SotkError as error:
        return [
            Said(
                one.code,
                units[one.span.line - first].cell if one.span.line >= first else None,
                texts={lang: message(one, lang) for lang in LANGUAGES},
            )
            for one in error.diagnostics
        ]
    read = {unit.key: unit.parent for unit in proposal.units}
    other = [unit for unit in units if read.get(unit.key, unit.key) != unit.parent]
    keys = {unit.key for unit in other}
    return [
        said("terbaca_lain", unit.cell, name=unit.name) for unit in other if unit.parent not in keys
    ]
