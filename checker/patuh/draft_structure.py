"""The structure that a draft describes, checked like a proposal; its findings at their places."""

from collections.abc import Container, Mapping

from msgspec.structs import replace

from patuh.checking import Reading, facts_of, ground, not_at_hand, result_of
from patuh.draft_assessed import assessed
from patuh.facts.drafts.collector import Collector
from patuh.finding import Finding, Level, Place, Result, Told, Value
from patuh.knowledge.names import kinds
from patuh.knowledge.regulations import Regulation, applicable, standing
from patuh.substance import Structure, structure
from patuh.substance.sentences import structural
from patuh_parser.legal.model import Draft
from patuh_parser.text.span import Span

_SILENT = Level.belum_lengkap
"""The level of what a proposal does not say, which a sentence that was not understood may say."""
_HIGHER = "perda"
"""The kind of draft that no regulation here binds."""


def with_structure(result: Result, draft: Draft, constants: Mapping[str, str]) -> Result:
    """The findings on a draft with those on the structure that it describes, as far as read.

    It is checked under the regulation of its region, if there is one here, and national law; of a
    draft that changes or replaces that regulation, or is of a higher rank, under national law
    alone. What was not assessed is told.
    """
    if not structural(draft):
        return result
    own = applicable(draft.region)
    laws = own or standing(draft.region)
    why = _excuse(draft, own, result.input.regulations) if laws else _nowhere(draft)
    if why is not None:
        result = _telling(result, (why,))
    found = structure(draft, laws) if laws else None
    if found is None:
        return result
    held = tuple(law for law in standing(draft.region) if why is None or law.nationwide)
    result = _telling(result, assessed(draft, found, held))
    return result if found.proposal is None else _found(result, draft, found, held, constants)


def _nowhere(draft: Draft) -> Told:
    """That no law is known for the region of a draft."""
    return Told("substansi_daerah", data=(("region", draft.region.title() or "–"),))


def _excuse(draft: Draft, laws: tuple[Regulation, ...], revised: Container[str]) -> Told | None:
    """Why the structure in a draft is not held against the regulations of its region, if any.

    `revised` are the ids of those that it was held against as a revision, with others.
    """
    if not laws:
        return None
    law = ", ".join(law.short for law in laws)
    if draft.kind.startswith(_HIGHER):
        return Told("substansi_lebih_tinggi", data=(("law", law),))
    if any(law.id in revised or _changes(draft, law) for law in laws):
        return Told("substansi_mengganti", data=(("law", law),))
    return None


def _changes(draft: Draft, law: Regulation) -> bool:
    """Whether a draft amends or repeals a regulation."""
    cited = f"nomor {law.number} tahun {law.year}"
    if draft.amending and cited in draft.title.lower():
        return True
    articles = (" ".join(node.text for node in one.walk()).lower() for one in draft.articles())
    return any(
        cited in text and ("dicabut" in text or "tidak berlaku" in text) for text in articles
    )


def _telling(result: Result, more: tuple[Told, ...]) -> Result:
    return replace(result, input=replace(result.input, told=(*result.input.told, *more)))


def _found(
    result: Result,
    draft: Draft,
    found: Structure,
    laws: tuple[Regulation, ...],
    constants: Mapping[str, str],
) -> Result:
    """The result with the findings on a structure that was understood."""
    assert found.proposal is not None
    from patuh.explain.findings import order

    into = Collector(draft)

    def placed(spans: Mapping[str, Span]) -> dict[str, Span]:
        return {key: place(span) for key, span in spans.items()}

    def place(span: Span) -> Span:
        return into.first_line(draft.place_of(found.at(span.line).node, 0, 1))

    facts = facts_of(found.proposal, laws)
    session = ground(facts, laws, constants)
    facts = replace(facts, places=placed(facts.places), loci=placed(facts.loci))
    path, reading = result.input.path, Reading(found.proposal, laws)
    checked = result_of(found.text, path, reading, facts, session)
    said = checked.input
    sorts = {unit.key: unit.sort for unit in found.proposal.units}

    def open_in(unit: Value) -> bool:
        agency = sorts.get(str(unit)) in kinds().agencies
        return found.open_agencies if agency else unit in found.open_units

    findings = [f for f in checked.findings if f.level != _SILENT or not open_in(f.subject)]
    if all(law.nationwide for law in laws):  # that such a law is silent is no finding on a text
        findings = [f for f in findings if f.citations]
    both = told_once([*result.findings], findings)
    regulations = dict.fromkeys((*result.input.regulations, *said.regulations))
    missing = [one for one in not_at_hand(laws) if one not in result.unassessed]
    return replace(
        result,
        findings=tuple(sorted(both, key=order)),
        unassessed=(*result.unassessed, *missing),
        input=replace(
            result.input,
            regulations=tuple(regulations),
            names=said.names,
            quoted=said.quoted,
            denials=said.denials,
            readings=tuple((t, unit, Place(path, place(at.span))) for t, unit, at in said.readings),
        ),
    )


def told_once(drafted: list[Finding], found: list[Finding]) -> list[Finding]:
    """The findings on the words of a draft and on its structure, one lack told once.

    The graver stays, of equals that on the structure, which names the unit. What is told of less
    weight at the places of a finding on the structure that goes, goes with it.
    """
    for one in drafted[:]:
        twins = [other for other in found if _alike(one, other)]
        there = sum(len(twin.places) for twin in twins)
        if twins and one.level <= twins[0].level and len(one.places) <= there:
            drafted.remove(one)
        elif twins and one.level > max(twin.level for twin in twins) and len(one.places) >= there:
            graver = {twin.places: twin.level for twin in twins}
            found = [f for f in found if f.level > graver.get(f.places, 0)]
    return [*drafted, *found]


def _alike(one: Finding, other: Finding) -> bool:
    """Whether two findings rest on a same provision, at one line or with the same numbers."""
    rests = {(cited.regulation, cited.provision) for cited in one.citations}
    if rests.isdisjoint((cited.regulation, cited.provision) for cited in other.citations):
        return False
    lines, others = ({place.span.line for place in f.places} for f in (one, other))
    numbers, same = ({n for n in f.terms.values() if isinstance(n, int)} for f in (one, other))
    return not lines.isdisjoint(others) or (bool(numbers) and numbers == same)
