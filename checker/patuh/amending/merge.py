"""A base and the proposal that changes it, as one complete proposal."""

from collections.abc import Iterator

from msgspec.structs import replace

from patuh.amending.nodes import located, named, renamed
from patuh.amending.structure import Structure
from patuh_parser.sotk import model as m
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.resolving.heights import check_groups, check_heights
from patuh_parser.text.span import Span


def merged(base: m.Proposal, change: m.Proposal, base_path: str, path: str) -> m.Proposal:
    """The structure that holds if the change is made to the base.

    The sentences of PERUBAHAN are applied in their order, then STRUKTUR, BAGAN and ALUR of the
    change add to what is left or take its place. Spans of the base hold its file. Raises
    `SotkError` if the change names what the base does not have.
    """
    errors = Diagnostics()
    structure = Structure(located(base, base_path), change, base_path, path, errors)
    for amendment in change.amendments:
        structure.apply(amendment)
    change = replace(
        change,
        statements=tuple(renamed(s, structure.aliases) for s in change.statements),
        chart=tuple(renamed(line, structure.aliases) for line in change.chart),
        workflows=tuple(renamed(flow, structure.aliases) for flow in change.workflows),
    )
    for node in (*change.statements, *change.chart, *change.workflows):
        structure.refuse_gone(named(node), node.span)
    structure.refuse_gone(set(change.header.scope.complete_for), change.header.span)
    errors.raise_if_any(path)
    joined = _joined(structure, change)
    _check_bounds(joined, change.header.spans["TERHADAP"], errors)
    errors.raise_if_any(path)
    return joined


def _check_bounds(joined: m.Proposal, place: Span, errors: Diagnostics) -> None:
    """Note where base and change, each within bounds, are beyond them together."""
    found = Diagnostics()
    check_groups(joined.units, (*joined.statements, *joined.chart), found)
    if not found.items:
        check_heights(joined.units, joined.statements, found)
    for diagnostic in found.items:
        errors.add(diagnostic.code, place, *diagnostic.args)


def takes_place_of(new: m.Statement, old: object) -> bool:
    """Whether a sentence of the change takes the place of one of the base."""
    return isinstance(old, m.Statement) and old in _Replaced((new,))


def _joined(structure: Structure, change: m.Proposal) -> m.Proposal:
    base = structure.base
    replaced = _Replaced(change.statements)
    standing = [s for s in structure.statements if s not in replaced]
    statements = tuple(
        replace(statement, id=number)
        for number, statement in enumerate((*standing, *change.statements), 1)
    )
    drawn = change.chart if change.has_chart else tuple(structure.chart)
    titles = {(flow.kind, flow.title) for flow in change.workflows}
    flows = [flow for flow in structure.workflows if (flow.kind, flow.title) not in titles]
    return m.Proposal(
        header=_header(structure, change.header),
        units=(*structure.units.values(), *structure.further_units()),
        statements=statements,
        chart=tuple(
            replace(line, id=number) for number, line in enumerate(drawn, len(statements) + 1)
        ),
        has_chart=base.has_chart or change.has_chart,
        workflows=tuple(
            replace(flow, id=number) for number, flow in enumerate((*flows, *change.workflows), 1)
        ),
        terms=(*base.terms, *change.terms),
        readings=(*base.readings, *change.readings),
        formed=structure.formed(change.amendments),
        unplaced=structure.unplaced(),
        has_structure=base.has_structure or change.has_structure or bool(change.amendments),
    )


def _header(structure: Structure, header: m.Header) -> m.Header:
    """The header of the change; what silence means, the base says unless the change does."""
    if "LINGKUP" in header.spans:
        return header
    spans = dict(header.spans)
    if "LINGKUP" in structure.base.header.spans:
        spans["LINGKUP"] = structure.base.header.spans["LINGKUP"]
    scope = replace(structure.base.header.scope, complete_for=tuple(structure.complete_for))
    return replace(header, scope=scope, spans=spans)


class _Replaced:
    """The statements of the base whose place one of the change's takes.

    A unit has one superior of a nature, so a line of accountability replaces that of its source;
    of the other lines, which lead to many, one replaces that to the same target.
    """

    def __init__(self, by: tuple[m.Statement, ...]) -> None:
        self._keys = {key for statement in by for key in _keys(statement)}

    def __contains__(self, old: m.Statement) -> bool:
        return _key(old) in self._keys


def _key(statement: m.Statement) -> tuple[object, ...]:
    if isinstance(statement, m.Line):
        of_one = statement.kind == "bertanggung_jawab"
        end = statement.nature if of_one else statement.target
        return statement.kind, statement.source, statement.group, end
    return (replace(statement, id=0, span=Span(1, 1, 1, 1)),)


def _keys(statement: m.Statement) -> Iterator[tuple[object, ...]]:
    """A line without a nature stands for those of any nature."""
    yield _key(statement)
    if (
        isinstance(statement, m.Line)
        and statement.kind == "bertanggung_jawab"
        and statement.nature is None
    ):
        for nature in ("teknis", "administratif"):
            yield statement.kind, statement.source, statement.group, nature
