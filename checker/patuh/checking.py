"""Checking one proposal: text in, findings out."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from patuh.facts import Facts, emit
from patuh.finding import Finding, Input, Place, Result, Told, Unassessed, place_of
from patuh.knowledge.laid_over import overlays
from patuh.knowledge.messages import check_messages
from patuh.knowledge.names import known_under
from patuh.knowledge.programs import programs
from patuh.knowledge.provisions import provisions, untested
from patuh.knowledge.regulations import Regulation, national, regulations, standing
from patuh.not_judged import not_judged
from patuh.tables.comments import cells_in
from patuh_parser.sotk import Diagnostic, SotkError, begin, decode, read_on
from patuh_parser.sotk.model import Exemption, Header, Proposal, Scope
from patuh_parser.text.letters import as_read
from patuh_parser.text.span import Span

if TYPE_CHECKING:
    from patuh.amending import Chain
    from patuh.engine import Atom, Session


class UnknownRegionError(Exception):
    """The proposal is for a region that is no kabupaten or kota, or none that governs itself."""

    def __init__(self, region: str, place: Place, source: str) -> None:
        super().__init__(region)
        self.region = region
        self.place = place
        self.source = source


_Asked = tuple[str, str, datetime.date | None]


class Reading(Struct, frozen=True):
    """A proposal, joined with its base if it has one, and the regulations that apply to it.

    `bases` holds the texts of the base and of the base's bases by path, the nearest first;
    `change` is what the file itself says, without its base; `day` the day of the assessment.
    """

    proposal: Proposal
    laws: tuple[Regulation, ...]
    bases: dict[str, str] = {}
    change: Proposal | None = None
    day: datetime.date | None = None


_KEPT: ContextVar[dict[_Asked, Reading] | None] = ContextVar("_KEPT", default=None)
"""What `read_once` keeps."""


def check(
    data: bytes,
    path: str,
    *,
    as_of: datetime.date | None = None,
    constants: Mapping[str, str] | None = None,
    why: bool = False,
    proofs: bool = True,
) -> Result:
    """The findings of a `.sotk` file.

    `as_of` takes the place of the proposal's own date; `constants` sets interpretation
    switches; with `why` the proofs say of every absence how near the proposal came, and without
    `proofs` the findings have neither proofs nor citations, unless these order what is told
    together, in less time. Raises
    `patuh_parser.sotk.SotkError` if the text cannot be read, `UnknownRegionError` if no
    law is known for the region, and `patuh.engine.EngineError` if the knowledge base
    itself is at fault.
    """
    source = decode(data, path)
    return check_reading(source, path, load(source, path, as_of=as_of), constants, why, proofs)


def check_reading(
    source: str,
    path: str,
    reading: Reading,
    constants: Mapping[str, str] | None = None,
    why: bool = False,
    proofs: bool = True,
) -> Result:
    """The findings of a proposal that is read already; `source` is its text."""
    facts = facts_of(reading.proposal, reading.laws)
    session = ground(facts, reading.laws, constants, whole=why)
    return result_of(source, path, reading, facts, session, why, proofs)


def finding_atoms(source: str, path: str, as_of: datetime.date | None = None) -> "list[Atom]":
    """The atoms `temuan/6` of a text, without proofs; errors as `check`."""
    proposal, laws = read(source, path, as_of=as_of)
    return ground(facts_of(proposal, laws), laws).findings()


def ground_text(facts: str, laws: tuple[Regulation, ...]) -> "list[Atom]":
    """The atoms `temuan/6` that follow from facts given as ASP text."""
    from patuh.engine import Session

    return Session(programs([law.id for law in laws]), facts).findings()


def read(
    source: str, path: str, *, as_of: datetime.date | None = None
) -> tuple[Proposal, tuple[Regulation, ...]]:
    """The proposal and the regulations that apply to it; errors as `check`."""
    reading = load(source, path, as_of=as_of)
    return reading.proposal, reading.laws


def load(
    source: str, path: str, *, as_of: datetime.date | None = None, chain: "Chain | None" = None
) -> Reading:
    """The proposal, read together with its base; errors as `check`.

    `chain` holds the proposals whose base this one is.
    """
    kept = _KEPT.get()
    if kept is not None and (found := kept.get((source, path, as_of))) is not None:
        return found
    begun = begin(source, path)
    header = begun.sound_header()
    laws = standing(header.region)
    if not laws:
        place = Place(path, header.spans.get("DAERAH", header.span))
        raise UnknownRegionError(header.region, place, source)
    names = known_under(laws)
    bases: dict[str, str] = {}
    change: Proposal | None = None
    if header.base is None:
        proposal = read_on(begun, names)
    else:
        from patuh.amending import merged, with_units

        base_path, base, bases = _base(header, path, laws, chain)
        change = read_on(begun, with_units(names, base))
        proposal = merged(base, change, base_path, path)
    _check_dispensations(change or proposal, path)
    if as_of is not None:
        proposal = replace(proposal, header=replace(proposal.header, date=as_of))
    reading = Reading(proposal, laws, bases, change, as_of)
    if kept is not None and header.base is None and chain is None:
        kept[source, path, as_of] = reading
    return reading


@contextmanager
def read_once() -> Iterator[None]:
    """Meanwhile, in this thread, a proposal without a base is read once, however often it is
    asked for."""
    token = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(token)


def _check_dispensations(proposal: Proposal, path: str) -> None:
    """Raise `SotkError` (E704) where one names a check that there is not."""
    wrong = [
        Diagnostic("E704", one.span, (name,))
        for one in proposal.dispensations
        for name in one.checks
        if name.lower() not in check_messages("id")
    ]
    if wrong:
        raise SotkError(tuple(wrong), path)


def _base(
    header: Header, path: str, laws: tuple[Regulation, ...], chain: "Chain | None"
) -> tuple[str, Proposal, dict[str, str]]:
    """The path of the base of a proposal at `path`, the base itself, and the texts by path."""
    from patuh.amending import Chain

    base_path, text, further = (chain or Chain.of(path)).follow(header, path)
    try:
        found = load(text, base_path, chain=further)
    except SotkError as error:
        inner = text if error.source is None else error.source
        raise SotkError(error.diagnostics, error.path, inner) from None
    if found.laws != laws:
        place = header.spans.get("DAERAH", header.span)
        args = (header.region, found.proposal.header.region)
        raise SotkError((Diagnostic("E613", place, args),), path)
    return base_path, found.proposal, {base_path: text, **found.bases}


def facts_of(
    proposal: Proposal, laws: tuple[Regulation, ...], whole: Proposal | None = None
) -> Facts:
    """The facts of a proposal under these regulations.

    Of a part of a `whole` with the norms of the provisions that the whole exempts from.
    """
    existing = _existing_references(proposal)
    waived = _waived_norms(whole or proposal, laws)
    national = [law for law in laws if law.nationwide]
    own = [law for law in laws if not law.nationwide] or [law for law in laws if law.stands_in]
    return emit(proposal, own, regulations(), existing, waived, national)


def ground(
    facts: Facts,
    laws: tuple[Regulation, ...],
    constants: Mapping[str, str] | None = None,
    *,
    whole: bool = False,
) -> "Session":
    """The facts grounded with the knowledge base of these regulations; `whole` as in `Session`."""
    from patuh.engine import Session

    every = programs([law.id for law in laws])
    return Session(every, facts.text, dict(constants or {}), whole=whole)


def result_of(
    source: str,
    path: str,
    reading: Reading,
    facts: Facts,
    session: "Session",
    why: bool = False,
    proofs: bool = True,
) -> Result:
    """What follows from a proposal, of which `session` holds the facts, as findings."""

    def places(spans: Mapping[str, Span]) -> dict[str, Place]:
        return {key: place_of(path, span) for key, span in spans.items()}

    proposal, laws = reading.proposal, reading.laws

    findings: tuple[Finding, ...] = ()
    if atoms := session.findings():
        from patuh.explain import collected, explain, ordered_by_law

        said, loci = places(facts.places), places(facts.loci)
        findings = explain(atoms, session.derivations() if proofs else (), said, loci)
        if not proofs and ordered_by_law(findings):
            findings = explain(atoms, session.derivations(), said, loci)
        if why:
            from patuh.explain.absence import with_absences

            findings = tuple(
                replace(f, proof=f.proof and with_absences(f.proof, session.why_absent, said))
                for f in findings
            )
        findings = collected(findings)
    remarks: tuple[Told, ...] = ()
    if dispensations := (reading.change or proposal).dispensations:
        from patuh.accepting import dispensed

        day = reading.day or datetime.date.today()
        findings, remarks = dispensed(findings, dispensations, path, day)
    found = frozenset(finding.place for finding in findings) | _asked(path, proposal, laws, facts)
    denied = any("cara" in finding.terms for finding in findings)
    of_input = replace(
        input_of(path, proposal, laws, found),
        base=next(iter(reading.bases), None),
        denials=_denials(source) if denied else frozenset(),
        cells={at: cells_in(text) for at, text in {path: source, **reading.bases}.items()},
    )
    return Result(of_input, as_read(source), findings, _unassessed(laws), reading.bases, remarks)


def _denials(source: str) -> frozenset[tuple[int, str]]:
    """The phrases of the language that weaken or deny, as far as a proposal has them, by line."""
    from patuh_parser.sotk.lexing.modals import DENYING
    from patuh_parser.sotk.vocabulary import tables

    phrases = tables().phrases
    kinds = (*DENYING, "BUKAN", "DAPAT", "REFUSES")
    known = [words for kind in kinds for words in phrases.get(kind, ())]
    lines = enumerate(source.lower().splitlines(), start=1)
    return frozenset((at, words) for at, line in lines for words in known if words in line)


def _asked(
    path: str, proposal: Proposal, laws: tuple[Regulation, ...], facts: Facts
) -> frozenset[Place]:
    """The places of steps with a plain verb that some check asks about all the same."""
    from patuh_parser.sotk.vocabulary import tables

    plain = tables().plain_verbs
    steps = {
        (str(flow.id), str(step.number), step.act): step.span
        for flow in proposal.workflows
        for step in flow.steps
        if step.act in plain
    }
    if not steps:
        return frozenset()
    from patuh.engine.rules.acts import asked

    found = asked(programs([law.id for law in laws]), facts.text, steps)
    return frozenset(place_of(path, span) for step, span in steps.items() if step[:2] in found)


def input_of(
    path: str,
    proposal: Proposal,
    laws: tuple[Regulation, ...],
    found: frozenset[Place] = frozenset(),
) -> Input:
    """What a report says of the proposal itself; a step at a place `found` was judged."""
    from patuh_parser.sotk.vocabulary import tables

    known = tables().surfaces["verbs"]
    region = laws[0].region if laws else proposal.header.region
    every = [(flow.id, step) for flow in proposal.workflows for step in flow.steps]
    judged = {(flow, step.number) for flow, step in every if step.act in known}
    beside = tables().step_words["beside_acts"]
    unknown = {
        step.act: place_of(path, step.span)
        for flow, step in reversed(every)
        if step.act not in known
        and not (step.act in beside and (flow, step.number) in judged)
        and place_of(path, step.span) not in found
    }
    names = {unit.key: unit.name for unit in proposal.units}
    return Input(
        path=path,
        regulations=tuple(law.id for law in laws),
        scope=_scope(proposal.header.scope),
        complete_for=tuple(names.get(key, key) for key in proposal.header.scope.complete_for),
        title=proposal.header.title,
        names=names,
        quoted=frozenset(unit.key for unit in proposal.units if unit.sort == "pihak_luar"),
        workflows={workflow.id: workflow.title for workflow in proposal.workflows},
        readings=tuple(
            (reading.written, reading.unit, place_of(path, reading.span))
            for reading in proposal.readings
        ),
        unknown_acts=tuple(sorted(unknown.items(), key=lambda item: item[1])),
        told=(*_without_own(laws), *not_judged(proposal)),
        region=region,
    )


def _without_own(laws: tuple[Regulation, ...]) -> Iterator[Told]:
    """That the region has no regulation of its own here, and which law it is held against."""
    if laws and all(law.nationwide for law in laws):
        names = ", ".join(law.whole for law in laws)
        yield Told("tanpa_perkada", data=(("region", laws[0].region), ("law", names)))


def _scope(scope: Scope) -> Literal["lengkap", "lengkap_untuk", "sebagian"]:
    if scope.complete:
        return "lengkap"
    return "lengkap_untuk" if scope.complete_for else "sebagian"


def _unassessed(laws: tuple[Regulation, ...]) -> tuple[Unassessed, ...]:
    found: list[Unassessed] = []
    for law in laws:
        by_reason: dict[str, list[str]] = {}
        for leaf, reason in untested(law.id).items():
            by_reason.setdefault(reason, []).append(leaf)
        found += [Unassessed(law.id, reason, tuple(leaves)) for reason, leaves in by_reason.items()]
    return (*found, *not_at_hand(dict.fromkeys((*laws, *national()))), *checks_gone(laws))


def checks_gone(laws: Iterable[Regulation]) -> tuple[Unassessed, ...]:
    """The checks under these regulations that a folder laid over the knowledge base took away, each
    told once."""
    found: list[Unassessed] = []
    for overlay in overlays():
        told: set[str] = set()
        for law in laws:
            gone = tuple(one for one in overlay.gone.get(law.id, ()) if one not in told)
            told |= {*gone}
            found += [Unassessed(law.id, "ditiadakan", (), checks=gone)] if gone else []
    return tuple(found)


def not_at_hand(laws: Iterable[Regulation]) -> tuple[Unassessed, ...]:
    """What of these regulations nobody could encode, since its text is not there."""
    return tuple(
        Unassessed(law.id, "tidak_tersedia", missing.provisions, part=missing.part)
        for law in laws
        for missing in law.missing
    )


def _existing_references(proposal: Proposal) -> frozenset[tuple[str, str]]:
    """The references of the proposal that lead to a provision that exists."""
    wanted = [citation for citation in proposal.header.references if citation.provision]
    if not wanted:
        return frozenset()
    found: set[tuple[str, str]] = set()
    for law in regulations():
        ids = {
            citation.provision
            for citation in wanted
            if law.of_region(citation.region)
            and (citation.number, citation.year) == (law.number, law.year)
        }
        if ids:
            quoted = provisions(law.id)
            found |= {(law.id, name) for name in ids if name in quoted}
    return frozenset(found)


def _waived_norms(
    proposal: Proposal, laws: tuple[Regulation, ...]
) -> list[tuple[str, str, str, str]]:
    """What the provisions hold that units are exempted from: regulation, provision, norm, leaf."""
    wanted = {
        (one.provision, one.law)
        for one in proposal.statements
        if isinstance(one, Exemption) and one.provision is not None
    }
    if not wanted:
        return []
    from patuh.knowledge.norms import norms  # few proposals exempt anybody

    meant = [law for law in laws if not law.nationwide] or laws
    return sorted(
        {
            (law.id, provision, name, leaf)
            for law in laws
            for provision, cited in wanted
            if cited == (law.number, law.year) or (cited is None and law in meant)
            for name, (*_, leaf) in norms(law.id)
            if leaf == provision or leaf.startswith(f"{provision}.")
        }
    )
