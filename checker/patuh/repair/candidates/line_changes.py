"""Candidate changes of one sentence of the structure."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import asdict, replace

from patuh.repair.candidates.candidate import (
    ADD,
    CHANGE,
    DROP,
    EXTRA,
    PARTY,
    PATTERN,
    REMOVE,
    Candidate,
)
from patuh.repair.candidates.focus import Focus
from patuh.repair.candidates.law import NOWHERE, Law, station
from patuh.repair.items import Item
from patuh_parser.sotk import model as m

_LADDER = "struktural"
"""The pattern of superiors and subordinates."""
_COMMANDS = {"membawahi", "membina", "mengoordinasikan"}


def changes(item: Item, focus: Focus) -> Iterator[Candidate]:
    """Every candidate for one item of structure or chart; taking it away comes last."""
    lined = any(isinstance(node, m.Line) for node in item.nodes)
    for node in item.nodes:
        if lined and isinstance(node, m.Classification):
            continue  # with the heading the line would go too
        for cost, new in _variants(node, focus):
            yield Candidate(cost, new, item, node, chart=item.chart)
            if len(item.nodes) > 1 and node is item.nodes[0] and isinstance(node, m.Line):
                yield from _alike_changed(cost + EXTRA, new, node, item)
    yield from _listed_elsewhere(item, focus)
    entry = any(isinstance(node, (m.Classification, m.Membership)) for node in item.nodes)
    yield Candidate(DROP if entry else REMOVE, None, item, chart=item.chart)


def given(asisten: str, items: Iterable[Item], focus: Focus) -> Iterator[Candidate]:
    """The agencies of other Asisten, each given to one who has none."""
    others = {name for name in focus.asisten if name != asisten}
    for item in items:
        for node in item.nodes:
            if not isinstance(node, m.Line) or node.kind != "mengoordinasikan" or item.chart:
                continue
            if node.source in others and node.target is not None and focus.is_agency(node.target):
                yield Candidate(PARTY, replace(node, source=asisten), item, node)


def _listed_elsewhere(item: Item, focus: Focus) -> Iterator[Candidate]:
    """The line of an entry whose heading makes it what it is not: under the heading of the law."""
    unsur = focus.listed_class
    line = next((node for node in item.nodes if isinstance(node, m.Line)), None)
    named = next((node for node in item.nodes if isinstance(node, m.Classification)), None)
    if line is None or named is None or unsur in {None, named.unsur}:
        return
    also = ((named, replace(named, unsur=str(unsur))),)
    yield Candidate(CHANGE + EXTRA, line, item, line, chart=item.chart, also=also)


def _alike_changed(cost: int, new: object, old: m.Line, item: Item) -> Iterator[Candidate]:
    """The same change in every line of a sentence that speaks of several units."""
    if not isinstance(new, m.Line) or (new.source, new.group) != (old.source, old.group):
        return
    others = [node for node in item.nodes[1:] if isinstance(node, m.Line)]
    if len(others) + 1 < len(item.nodes) or any(o.target != old.target for o in others):
        return
    changed = asdict(new)
    for kept in ("id", "source", "group", "span"):
        del changed[kept]
    also = tuple((other, replace(other, **changed)) for other in others)
    yield Candidate(cost, new, item, old, chart=item.chart, also=also)


def _variants(node: object, focus: Focus) -> Iterator[tuple[int, m.Statement]]:
    if isinstance(node, m.Line):
        yield from line_variants(node, focus)
    elif isinstance(node, m.Placement):
        inside = f"pada {node.parent}"
        for parent in _alike(node.unit, focus.agencies):
            if parent not in {node.unit, node.parent} and inside not in node.unit:
                yield PARTY, replace(node, parent=parent)
    elif isinstance(node, m.Classification):
        if (unsur := focus.listed_class) is not None and unsur != node.unsur:
            yield CHANGE, replace(node, unsur=unsur)
    elif isinstance(node, m.Kinship):
        yield PARTY, replace(node, related=not node.related)
    elif isinstance(node, m.Head):
        if node.modality or node.negated:
            yield CHANGE, replace(node, modality=None, negated=False)
        for head in focus.roles:
            if head != node.head:
                yield PARTY, replace(node, head=head)
    elif isinstance(node, m.Membership) and node.role == "ketua":
        for head in focus.roles:
            if head != node.member:
                yield PARTY, replace(node, member=head)
    elif isinstance(node, m.Membership) and not node.leader:
        yield CHANGE, replace(node, leader=True)
    elif isinstance(node, m.Task):
        for unit in focus.roles:
            if unit != node.unit:
                yield PARTY, replace(node, unit=unit)


def _alike(unit: str, agencies: list[str]) -> list[str]:
    """The agencies whose names share most words with that of the unit first."""
    words = set(unit.split())
    return sorted(agencies, key=lambda agency: -len(words & set(agency.split())))


def line_variants(line: m.Line, focus: Focus) -> Iterator[tuple[int, m.Line]]:
    """The line with one thing changed, or two where one alone makes no sense."""
    if line.denied or line.modality == "dapat":
        firm = replace(line, negated=False, modality=None)
        yield CHANGE, firm
        if line.kind == "berhubungan_kerja":
            yield from ((CHANGE + cost, new) for cost, new in _relation(firm, focus))
    if line.nature is not None:
        yield CHANGE, replace(line, nature=None)
    if line.kind in _COMMANDS:
        yield from _other_kind(line, focus)
    if line.kind == "bertanggung_jawab":
        yield from _accountability(line, focus)
    elif line.kind == "berhubungan_kerja":
        yield from _relation(line, focus)
    elif line.source is not None and line.group is None:
        for source in _sources(line, focus):
            known = (line.kind, source, line.target) in focus.lines
            if source not in {line.source, line.target} and not known:
                among_asisten = {source, line.source} <= set(focus.asisten)
                yield CHANGE if among_asisten else PARTY, replace(line, source=source)
    if line.kind == "membina":
        yield from _aspects(line, focus.law)


def _other_kind(line: m.Line, focus: Focus) -> Iterator[tuple[int, m.Line]]:
    """Co-ordination for command by who is over all; between others a relation as of equals."""
    source, target = line.source, line.target
    law = focus.law
    above = line.group is not None or source in law.over_all
    above = above or law.is_asisten(focus.sort(source or ""))
    if above and focus.sort(target or "") in law.administrative:
        if line.kind == "mengoordinasikan":
            yield CHANGE, replace(line, kind="mengoordinasikan_administratif")
    elif above and line.kind != "mengoordinasikan":
        yield CHANGE, replace(line, kind="mengoordinasikan", aspects=())
    if line.group is not None or source is None or target is None:
        return
    if focus.is_outer(source) or focus.is_outer(target) or not above:
        expert = focus.sort(source) in law.advisers
        pattern = "konsultatif" if expert else "koordinatif"
        related = replace(line, kind="berhubungan_kerja", aspects=(), pattern=pattern)
        if focus.is_outer(source) or focus.is_outer(target):
            related = replace(related, via=(station(law.forum),) if law.forum else ())
        yield CHANGE + EXTRA * (above and line.kind == "mengoordinasikan"), related


def _sources(line: m.Line, focus: Focus) -> list[str]:
    """Who may stand above instead: the rightful Asisten, or the agency that the unit lies in."""
    target = line.target or ""
    office = focus.law.administrative.get(focus.sort(target) or "")
    if office is not None:
        return [office] if line.kind.startswith("mengoordinasikan") else []
    if focus.is_inner(target):
        return focus.parents
    if line.kind == "mengoordinasikan" or focus.sort(target) in focus.law.guided:
        return focus.rightful or focus.asisten
    return []


def _accountability(line: m.Line, focus: Focus) -> Iterator[tuple[int, m.Line]]:
    agency = line.group == "perangkat_daerah" or focus.is_agency(line.source or "")
    passed = {station.key for station in line.via} | {line.source, line.target}
    law = focus.law
    if line.direct:
        yield CHANGE + EXTRA * agency, replace(line, direct=False)
        if agency and law.station:
            yield CHANGE, replace(line, direct=False, via=(station(law.station),), ordered=False)
    elif agency and law.station and not passed.intersection(law.alike(law.station)):
        via = (*line.via, station(law.station))
        yield CHANGE, replace(line, via=via, ordered=bool(line.via))
    if len(line.via) == 2 and line.ordered:
        yield CHANGE, replace(line, via=line.via[::-1])
    if line.via:
        yield CHANGE + EXTRA, replace(line, via=(), ordered=False)
        for position in range(len(line.via) if len(line.via) > 1 else 0):
            rest = line.via[:position] + line.via[position + 1 :]
            yield CHANGE + EXTRA, replace(line, via=rest, ordered=len(rest) > 1)
    for position, old in enumerate(line.via):
        for asisten in focus.rightful or focus.asisten:
            if asisten not in passed and old.key != law.station:
                new = (*line.via[:position], station(asisten), *line.via[position + 1 :])
                yield CHANGE, replace(line, via=new)
    if line.target is None:
        return
    if law.top in {line.source, line.target} and law.bodies & {line.source, line.target}:
        plain = replace(line, direct=False, via=(), ordered=False)
        yield PATTERN, replace(plain, kind="berhubungan_kerja", pattern="konsultatif")
        return
    for target in focus.targets:
        if target in {line.target, line.source}:
            continue
        plain = replace(line, target=target, direct=False, via=(), ordered=False)
        if target == law.top and agency and law.station:
            yield PARTY, replace(plain, via=(station(law.station),))
            yield PARTY + EXTRA, plain
        else:
            yield PARTY, plain
    if line.nature is None and line.target in law.bodies:
        yield CHANGE + EXTRA, replace(line, nature="teknis")


def _relation(line: m.Line, focus: Focus) -> Iterator[tuple[int, m.Line]]:
    law = focus.law
    for pattern in law.patterns:
        if pattern != line.pattern and (
            pattern != _LADDER or not focus.is_outer(line.target or "")
        ):
            # of a pattern that the law knows the drafter means what he says
            cost = PATTERN + CHANGE * (line.pattern in law.patterns)
            yield cost, replace(line, pattern=pattern, subpattern=None, sectoral_term=None)
    for subpattern in (*law.subpatterns, None):
        if subpattern != line.subpattern:
            yield CHANGE, replace(line, subpattern=subpattern)
            if line.sectoral_term is not None:
                yield CHANGE + EXTRA, replace(line, subpattern=subpattern, sectoral_term=None)
    for term in (*law.sectoral_terms, None):
        if line.sectoral_term not in {None, term}:
            yield CHANGE, replace(line, sectoral_term=term)
    outer = focus.is_outer(line.source or "") or focus.is_outer(line.target or "")
    if not line.via and outer and law.forum:
        yield CHANGE, replace(line, via=(station(law.forum),))


def _aspects(line: m.Line, law: Law) -> Iterator[tuple[int, m.Line]]:
    for aspect in line.aspects:
        if len(line.aspects) > 1:
            yield CHANGE, replace(line, aspects=tuple(a for a in line.aspects if a != aspect))
    missing = tuple(aspect for aspect in law.aspects if aspect not in line.aspects)
    if missing:
        yield CHANGE, replace(line, aspects=(*line.aspects, *missing))


def additions(focus: Focus) -> Iterator[Candidate]:
    """Sentences that the proposal may be missing."""
    for statement in _new_statements(focus):
        known = isinstance(statement, m.Line) and (
            (statement.kind, statement.source, statement.target) in focus.lines
        )
        if not known:
            abolishes = isinstance(statement, m.Change) and statement.kind == "hapus"
            yield Candidate(REMOVE if abolishes else ADD, statement)


def _line(kind: str, source: str, target: str, **more: object) -> m.Line:
    return m.Line(0, kind, source, target, NOWHERE, **more)  # type: ignore[arg-type]


def _new_statements(focus: Focus) -> Iterator[m.Statement]:
    law = focus.law
    for unit in focus.units:
        if focus.is_agency(unit):
            if law.top and law.station:
                yield _line("bertanggung_jawab", unit, law.top, via=(station(law.station),))
            for asisten in focus.asisten:
                yield _line("mengoordinasikan", asisten, unit)
        elif focus.is_inner(unit):
            for parent in focus.agencies:
                yield m.Placement(0, unit, parent, NOWHERE)
                yield _line("bertanggung_jawab", unit, parent)
                owed = [law.aspects, *((aspect,) for aspect in law.aspects)]
                for aspects in filter(None, owed):
                    yield _line("membina", parent, unit, aspects=aspects)
                for task in focus.tasks.get(unit, ()):
                    yield m.Delegation(0, parent, unit, task, NOWHERE)
        for superior in focus.superiors_of(unit):
            yield _line("bertanggung_jawab", unit, superior)
        coordinator = law.administrative.get(focus.sort(unit) or "")
        if coordinator is not None:
            yield _line("mengoordinasikan_administratif", coordinator, unit)
        if focus.sort(unit) in law.guided:
            for asisten in focus.asisten:
                yield _line("bertanggung_jawab", unit, asisten)
                yield _line("mengoordinasikan", asisten, unit)
        for matter in focus.matters():
            yield m.Task(0, unit, matter, NOWHERE)
        if law.is_asisten(focus.sort(unit)):
            for agency in focus.agencies:
                yield _line("mengoordinasikan", unit, agency)
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
    law = focus.law
    for head, unit in law.unit_of.items():
        for superior in law.above(head) if unit in focus.units else ():
            yield _line("bertanggung_jawab", head, superior)
    for unit, task in law.tasks:
        yield m.Task(0, unit, task, NOWHERE)
    for name in focus.missing_members:
        if law.forum:
            yield m.Membership(0, law.forum, name, False, NOWHERE)
    for asisten, unit in focus.missing_listed:
        if focus.may_be_abolished(unit):
            yield _line("mengoordinasikan", asisten, unit)
            yield m.Change(0, "hapus", None, unit, NOWHERE)
