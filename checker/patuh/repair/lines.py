"""Candidate changes of one sentence of the structure."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from patuh.repair.candidate import ADD, CHANGE, DROP, EXTRA, PARTY, PATTERN, REMOVE, Candidate
from patuh.repair.items import Item
from patuh.repair.scope import Focus
from patuh_parser.sotk import model as m
from patuh_parser.span import Span

NOWHERE = Span(1, 1, 1, 1)
SEKDA = m.Station("sekretaris_daerah", NOWHERE)
_PATTERNS = ("konsultatif", "kolegial", "fungsional", "struktural", "koordinatif")
_SUBPATTERNS = ("fungsional", "instansional", "hierarkis", "multisektoral")
_TERMS = ("inter_sektoral", "lintas_sektoral", "multi_sektoral")
_ASPECTS = ("pembinaan", "pengendalian", "evaluasi", "pengawasan")
_KINDS: dict[str, tuple[str, ...]] = {
    "membawahi": ("mengoordinasikan",),
    "membina": ("mengoordinasikan",),
    "mengoordinasikan": ("mengoordinasikan_administratif",),
}


def changes(item: Item, focus: Focus) -> Iterator[Candidate]:
    """Every candidate for one item of structure or chart; taking it away comes last."""
    for node in item.nodes:
        for cost, new in _variants(node, focus):
            yield Candidate(cost, new, item, node, chart=item.chart)
    entry = any(isinstance(node, m.Classification) for node in item.nodes)
    yield Candidate(DROP if entry else REMOVE, None, item, chart=item.chart)


def _variants(node: object, focus: Focus) -> Iterator[tuple[int, m.Statement]]:
    if isinstance(node, m.Line):
        yield from line_variants(node, focus)
    elif isinstance(node, m.Placement):
        inside = f"pada {node.parent}"
        for parent in focus.agencies:
            if parent not in {node.unit, node.parent} and inside not in node.unit:
                yield PARTY, replace(node, parent=parent)
    elif isinstance(node, m.Kinship):
        yield PARTY, replace(node, related=not node.related)
    elif isinstance(node, m.Head):
        for head in focus.targets:
            if head != node.head:
                yield PARTY, replace(node, head=head)
    elif isinstance(node, m.Membership) and not node.leader:
        yield CHANGE, replace(node, leader=True)
    elif isinstance(node, m.Task):
        for unit in focus.targets:
            if unit != node.unit:
                yield PARTY, replace(node, unit=unit)


def line_variants(line: m.Line, focus: Focus) -> Iterator[tuple[int, m.Line]]:
    """The line with one thing changed, or two where one alone makes no sense."""
    if line.negated or line.modality in {"dapat", "tidak_wajib"}:
        yield CHANGE, replace(line, negated=False, modality=None)
    if line.nature is not None:
        yield CHANGE, replace(line, nature=None)
    for kind in _KINDS.get(line.kind, ()):
        if kind != "mengoordinasikan_administratif" or focus.sort(line.target or "") == "staf_ahli":
            yield CHANGE, replace(line, kind=kind, aspects=())  # type: ignore[arg-type]
    if line.kind == "bertanggung_jawab":
        yield from _accountability(line, focus)
    elif line.kind == "berhubungan_kerja":
        yield from _relation(line, focus)
    elif line.source is not None and line.group is None:
        for source in focus.targets:
            known = (line.kind, source, line.target) in focus.lines
            if source not in {line.source, line.target} and not known:
                among_asisten = {source, line.source} <= set(focus.asisten)
                yield CHANGE if among_asisten else PARTY, replace(line, source=source)
    if line.kind == "membina":
        yield from _aspects(line)


def _accountability(line: m.Line, focus: Focus) -> Iterator[tuple[int, m.Line]]:
    via = (SEKDA,)
    if line.direct:
        yield CHANGE + EXTRA, replace(line, direct=False)
        yield CHANGE, replace(line, direct=False, via=via, ordered=False)
    elif not any(
        station.key in {"sekretaris_daerah", "sekretariat_daerah"} for station in line.via
    ):
        yield CHANGE, replace(line, via=(*line.via, SEKDA), ordered=bool(line.via))
    if len(line.via) == 2 and line.ordered:
        yield CHANGE, replace(line, via=line.via[::-1])
    if line.via:
        yield CHANGE, replace(line, via=(), ordered=False)
    for position, station in enumerate(line.via):
        for asisten in focus.asisten:
            if station.key != asisten and station.key not in {"sekretaris_daerah"}:
                new = (*line.via[:position], m.Station(asisten, NOWHERE), *line.via[position + 1 :])
                yield CHANGE, replace(line, via=new)
    if line.target is None:
        return
    for target in focus.targets:
        if target in {line.target, line.source}:
            continue
        plain = replace(line, target=target, direct=False, via=(), ordered=False)
        if target == "bupati":
            yield PARTY, replace(plain, via=via)
        yield PARTY, replace(line, target=target)
        if line.via or line.direct:
            yield PARTY + EXTRA, plain


def _relation(line: m.Line, focus: Focus) -> Iterator[tuple[int, m.Line]]:
    for pattern in _PATTERNS:
        if pattern != line.pattern:
            yield PATTERN, replace(line, pattern=pattern, subpattern=None, sectoral_term=None)
    for subpattern in (*_SUBPATTERNS, None):
        if subpattern != line.subpattern:
            yield CHANGE, replace(line, subpattern=subpattern)
            if line.sectoral_term is not None:
                yield CHANGE + EXTRA, replace(line, subpattern=subpattern, sectoral_term=None)
    for term in (*_TERMS, None):
        if line.sectoral_term not in {None, term}:
            yield CHANGE, replace(line, sectoral_term=term)
    if not line.via:
        yield CHANGE, replace(line, via=(m.Station("forkopimda", NOWHERE),))
    for target in focus.targets:
        if target not in {line.target, line.source}:
            yield PARTY, replace(line, target=target)


def _aspects(line: m.Line) -> Iterator[tuple[int, m.Line]]:
    for aspect in line.aspects:
        if len(line.aspects) > 1:
            yield CHANGE, replace(line, aspects=tuple(a for a in line.aspects if a != aspect))
    for aspect in _ASPECTS:
        if aspect not in line.aspects:
            yield CHANGE, replace(line, aspects=(*line.aspects, aspect))


def additions(focus: Focus) -> Iterator[Candidate]:
    """Sentences that the proposal may be missing."""
    for statement in _new_statements(focus):
        known = isinstance(statement, m.Line) and (
            (statement.kind, statement.source, statement.target) in focus.lines
        )
        if not known:
            yield Candidate(ADD, statement)


def _line(kind: str, source: str, target: str, **more: object) -> m.Line:
    return m.Line(0, kind, source, target, NOWHERE, **more)  # type: ignore[arg-type]


def _new_statements(focus: Focus) -> Iterator[m.Statement]:
    for unit in focus.units:
        if focus.is_agency(unit):
            yield _line("bertanggung_jawab", unit, "bupati", via=(SEKDA,))
            for asisten in focus.asisten:
                yield _line("mengoordinasikan", asisten, unit)
        elif unit not in focus.offices:
            for parent in focus.agencies:
                yield m.Placement(0, unit, parent, NOWHERE)
                yield _line("bertanggung_jawab", unit, parent)
                yield _line("membina", parent, unit, aspects=_ASPECTS[:3])
                for aspect in _ASPECTS[:3]:
                    yield _line("membina", parent, unit, aspects=(aspect,))
                for task in focus.tasks.get(unit, ()):
                    yield m.Delegation(0, parent, unit, task, NOWHERE)
        for superior in focus.superiors_of(unit):
            yield _line("bertanggung_jawab", unit, superior)
        if focus.sort(unit) == "staf_ahli":
            yield _line("mengoordinasikan_administratif", "sekretaris_daerah", unit)
        if focus.sort(unit) == "bagian":
            for asisten in focus.asisten:
                yield _line("bertanggung_jawab", unit, asisten)
                yield _line("mengoordinasikan", asisten, unit)
    yield from _about_pairs(focus)
    yield from _about_offices(focus)


def _about_pairs(focus: Focus) -> Iterator[m.Statement]:
    agencies = [unit for unit in focus.units if focus.is_agency(unit)]
    for left, right in pairwise(agencies):
        yield _line("berhubungan_kerja", left, right, pattern="koordinatif")
        yield m.Kinship(0, left, right, True, NOWHERE)
        yield m.Kinship(0, left, right, False, NOWHERE)
    for new in focus.units:
        for old in focus.listed:
            if focus.is_agency(new) and new != old:
                yield m.Change(0, "ganti", new, old, NOWHERE)


def _about_offices(focus: Focus) -> Iterator[m.Statement]:
    yield m.Task(0, "sekretaris_daerah", "koordinasi_seluruh_perangkat_daerah", NOWHERE)
    yield m.Task(0, "sekretariat_daerah", "dukungan_administratif_fasilitatif", NOWHERE)
    for name in focus.missing_members:
        yield m.Membership(0, "forkopimda", name, False, NOWHERE)
    for asisten, unit in focus.missing_listed:
        yield _line("mengoordinasikan", asisten, unit)
        yield m.Change(0, "hapus", None, unit, NOWHERE)
