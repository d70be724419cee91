"""Repairs of findings: candidates, the least-cost sets among them, and the proof that they help.

The search is abduction over the knowledge base itself (`patuh.engine.solving.abduction`): no check
has a template. It knows the sentences near the finding and the changes that the language can
express there; every set that it finds is written into the source, read and checked again, and
offered only if the finding is gone and nothing at or above its level is new.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from patuh.checking import (
    Reading,
    check_reading,
    facts_of,
    ground_text,
    load,
)
from patuh.engine import Atom
from patuh.engine.solving.abduction import Change, Outcome, least_changes
from patuh.explain.findings import ContentKey, atom_key, content_keys
from patuh.finding import Finding, Repair, RepairSearch, Result
from patuh.knowledge.names import known_under
from patuh.knowledge.programs import programs
from patuh.repair.candidates.candidate import Candidate
from patuh.repair.candidates.law import law_of
from patuh.repair.candidates.nearby import Neighbourhood
from patuh.repair.choices import Deciding, Decision, as_choices
from patuh.repair.direct import amendment_edits, renaming
from patuh.repair.items import STEP_GAP, Item, Items
from patuh.repair.verifying.verifier import HARMLESS_BELOW, Verifier
from patuh.repair.writing.rewriter import Rewriter
from patuh_parser.sotk import decode
from patuh_parser.sotk import model as m
from patuh_parser.sotk.forms import Node
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.printing.phrases import Phrases

MOST_ALTERNATIVES = 5
MOST_SETS = 100
"""So many sets of least cost are looked at for the best alternatives."""
FEW_SETS = 16
"""So many of a proposal with many findings, where each takes long to find."""
MOST_EXACT = 12
"""So many findings are repaired together at least cost; of more the search sees less."""
MOST_TRIES = 60
"""So many changes are tried in the place of chosen ones, to tell whether these are a choice."""
MOST_ROUNDS = 4
"""So often dearer sets are sought if no set of the least cost passes the check of the text."""
MOST_SEARCHES = 100
"""Repairs of so many findings of a proposal are sought, those of the gravest."""
SECONDS = 10.0


class Plan(Struct, frozen=True):
    """Repairs of a finding, cheapest first, and among what they were sought."""

    repairs: tuple[Repair, ...]
    search: RepairSearch


class Planner:
    """Seeks repairs of the findings of one result."""

    def __init__(self, result: Result, reading: Reading | None = None) -> None:
        """`reading` is what the result was found in; without it the source is read again."""
        self._result = result
        source = result.source
        reading = reading or load(source, result.input.path)
        self._proposal, self._laws = reading.proposal, reading.laws
        self._amending = reading.change
        names_known = known_under(self._laws)
        self._gazetteer = names_known
        offices = {name.key: name.sort for name in names_known.names}
        self._items = Items(self._proposal, result.input.path, offices)
        # that of the region; what national law repeats is offered once
        law = law_of((self._laws[0].id,), tuple(law.id for law in self._laws[1:]))
        self._nearby = Neighbourhood(self._items, names_known, law)
        bare = m.Proposal(
            self._proposal.header, self._proposal.units, self._proposal.statements,
            (), False, (), (),
        )  # fmt: skip
        phrases = Phrases(bare, spellings(source, names_known))
        self._rewriter = Rewriter(source, self._items, phrases)
        self._programs = programs([law.id for law in self._laws])
        self._always = self._facts_always()
        self._found: dict[frozenset[str], list[Atom]] = {}
        self._verifier = Verifier(result, reading, self._items, names_known)

    def plan(self, finding: Finding) -> Plan:
        """All least-cost repairs of a finding, up to a bound on number and time."""
        candidates = self._nearby.candidates(finding)
        near = self._nearby.slice(finding)
        found = self._verifier.verified([finding], list(self._by_name(finding)), near)
        blocked: list[tuple[int, ...]] = []
        decisions: dict[str, Decision] = {}
        for _ in range(MOST_ROUNDS):
            outcome = self._search([finding], candidates, near, MOST_SETS, blocked)
            chosen = self._distinct(finding, candidates, outcome)
            helpful, waits = self._first_that_help(finding, candidates, chosen, near, decisions)
            if helpful or not outcome.sets:
                break
            blocked += outcome.sets
        unique: dict[str, Repair] = {}
        for repair in sorted([*helpful, *found], key=_order):
            unique.setdefault(repair.text, repair)
        best = list(unique.values())[:MOST_ALTERNATIVES]
        exhausted = outcome.complete and bool(best or not outcome.sets)
        more = waits or len(unique) > len(best)
        search = RepairSearch(len(candidates), exhausted, bool(best) and more)
        return Plan(tuple(as_choices(best, decisions)), search)

    def _by_name(self, finding: Finding) -> Iterator[Repair]:
        """Repairs that are tried without a search: other names, other sentences of PERUBAHAN."""
        result, proposal = self._result, self._proposal
        yield from renaming.repairs(finding, result, proposal, self._gazetteer)
        if self._amending is None:
            return
        rewriter, focus = self._rewriter, self._nearby.focus(finding)
        others = renaming.other_names(finding, proposal, self._gazetteer)
        for cost, edit in (
            *amendment_edits.edits(finding, self._amending, rewriter, focus),
            *amendment_edits.new_names(others, rewriter),
        ):
            yield Repair((edit,), cost, rewriter.apply([edit]), verified=False)

    def _first_that_help(
        self,
        finding: Finding,
        candidates: Sequence[Candidate],
        sets: Sequence[tuple[int, ...]],
        near: Sequence[Item],
        decisions: dict[str, Decision],
    ) -> tuple[list[Repair], bool]:
        """The repairs that help, with what each decides, and whether further sets wait."""
        deciding = Deciding(self._items, [finding])
        waiting = iter(sets)
        helpful: list[Repair] = []
        while next_sets := list(islice(waiting, MOST_ALTERNATIVES - len(helpful))):
            repairs = [self._written(candidates, chosen) for chosen in next_sets]
            for repair, chosen in zip(repairs, next_sets, strict=True):
                decisions.setdefault(repair.text, deciding.of(chosen, candidates))
            helpful += self._verifier.verified([finding], repairs, near)
        return helpful, next(waiting, None) is not None

    def propose(self, findings: Sequence[Finding], most: int) -> tuple[list[Repair], bool]:
        """Sets of changes for as many of the findings as possible, from one search.

        At most `most` sets, not yet verified, without the changes that the regency has to decide
        on; also whether the search was exhausted. Of many findings only the sentences that they
        rest on are changed, not those near them.
        """
        many = len(findings) > MOST_EXACT
        candidates, near = self._common(findings, resting=many)
        sets = FEW_SETS if many else MOST_SETS
        outcome = self._search(findings, candidates, near, sets, partial=True)
        # of what costs the same, what is nearest: candidates stand in the order of preference
        best = sorted(filter(None, outcome.sets), key=sum)[:most]
        deciding = Deciding(self._items, findings)
        open_ones = [deciding.choosing(chosen, outcome.sets, candidates) for chosen in best]
        if len(outcome.sets) >= sets:
            open_ones = [
                left | self._rivalled(chosen, left, candidates, deciding)
                for chosen, left in zip(best, open_ones, strict=True)
            ]
        settled = [
            tuple(index for index in chosen if index not in left)
            for chosen, left in zip(best, open_ones, strict=True)
        ]
        repairs = [self._written(candidates, chosen) for chosen in dict.fromkeys(settled) if chosen]
        return repairs, outcome.complete and not many and not any(open_ones)

    def _rivalled(
        self,
        chosen: Sequence[int],
        left: frozenset[int],
        candidates: Sequence[Candidate],
        deciding: Deciding,
    ) -> frozenset[int]:
        """Those of the chosen changes in whose place another one, tried in the text, does as well.

        For where there are more sets of least cost than were looked at.
        """
        found: set[int] = set()
        good = self._left_by(candidates, chosen)
        tries = MOST_TRIES
        for index in set(chosen) - left:
            for other in deciding.rivals(index, candidates):
                tries -= 1
                instead = [other if each == index else each for each in chosen]
                after = self._left_by(candidates, instead) if tries >= 0 else good
                if after is not None and good is not None and after <= good:
                    found.add(index)
                    break
        return frozenset(found)

    def _left_by(
        self, candidates: Sequence[Candidate], chosen: Sequence[int]
    ) -> set[ContentKey] | None:
        """The findings of the text after these changes; None if it cannot be read."""
        after = self._verifier.after(self._written(candidates, chosen).text)
        return None if after is None else {*after}

    def _common(
        self, findings: Sequence[Finding], *, resting: bool
    ) -> tuple[list[Candidate], list[Item]]:
        """The candidates for all the findings, each once, and the sentences to reason about."""
        candidates = (c for f in findings for c in self._nearby.candidates(f, resting=resting))
        unique = {_signature(candidate): candidate for candidate in candidates}
        near = {item.number: item for finding in findings for item in self._nearby.slice(finding)}
        return list(unique.values()), list(near.values())

    def _search(
        self,
        findings: Sequence[Finding],
        candidates: Sequence[Candidate],
        near: Sequence[Item],
        most: int,
        blocked: Sequence[tuple[int, ...]] = (),
        *,
        partial: bool = False,
    ) -> Outcome:
        sentences = {item.number: self._items.facts(item) for item in near}
        facts = [*self._always, *(fact for group in sentences.values() for fact in group)]
        old = self._holding(frozenset(facts))
        wanted = content_keys(findings)
        return least_changes(
            self._programs,
            sentences,
            self._always,
            [self._change(number, candidate) for number, candidate in enumerate(candidates)],
            old,
            [atom for atom in old if atom_key(atom)[0] in wanted],
            min([HARMLESS_BELOW, *(finding.level for finding in findings)]),
            blocked=blocked,
            partial=partial,
            most=most,
            seconds=SECONDS,
        )

    def _holding(self, facts: frozenset[str]) -> list[Atom]:
        """The atoms `temuan/6` that follow from these facts, which many searches share."""
        if facts not in self._found:
            self._found[facts] = ground_text("".join(f"{one}.\n" for one in facts), self._laws)
        return self._found[facts]

    @staticmethod
    def _distinct(
        finding: Finding, candidates: Sequence[Candidate], outcome: Outcome
    ) -> list[tuple[int, ...]]:
        """The sets, but of those that put the same step elsewhere only the one nearest by."""

        step = _step_of(finding)

        def away(chosen: tuple[int, ...]) -> int:
            new = (candidates[i].node for i in chosen if candidates[i].item is None)
            numbers = [node.number for node in new if isinstance(node, m.Step)]
            # what is missing in the whole workflow comes best at its end
            return sum(abs(number - step * STEP_GAP) if step else -number for number in numbers)

        found: dict[tuple[object, ...], tuple[int, ...]] = {}
        for chosen in sorted(outcome.sets, key=away):
            found.setdefault(tuple(_shape(candidates[i]) for i in chosen), chosen)
        return list(found.values())

    def _written(self, candidates: Sequence[Candidate], chosen: Sequence[int]) -> Repair:
        picked = [candidates[index] for index in chosen]
        edits = self._rewriter.edits(picked)
        cost = sum(candidate.cost for candidate in picked)
        return Repair(edits, cost, self._rewriter.apply(edits), verified=False)

    def _change(self, number: int, candidate: Candidate) -> Change:
        parts = [candidate, *candidate.more]
        removes = tuple(part.item.number for part in parts if part.item is not None)
        adds = dict.fromkeys(fact for part in parts for fact in self._added(number, part))
        return Change(removes, tuple(adds), candidate.cost)

    def _added(self, number: int, candidate: Candidate) -> Iterator[str]:
        """The facts that come with a candidate, those of the rest of its sentence included."""
        also = {id(old): new for old, new in candidate.also}
        named = [node for node in (candidate.node, *also.values()) if node is not None]
        return self._items.as_classed(self._told(number, candidate, also), named)

    def _told(self, number: int, candidate: Candidate, also: Mapping[int, Node]) -> Iterator[str]:
        flow, chart = candidate.workflow, candidate.chart
        if candidate.node is None:
            return
        if candidate.item is not None:
            for other in candidate.item.nodes:
                if other is not candidate.old:
                    kept = also.get(id(other), other)
                    yield from self._items.facts_of(kept, flow, chart=chart)
        node = _numbered(candidate.node, number)
        yield from self._items.facts_of(node, flow, chart=chart, scaled=True)

    def _facts_always(self) -> tuple[str, ...]:
        """What no candidate touches: the header, the workflows' heads, the spelling."""
        flows = (replace(flow, attributes=(), steps=()) for flow in self._proposal.workflows)
        bare = replace(
            self._proposal,
            units=self._items.unmentioned(),
            statements=(),
            chart=(),
            workflows=tuple(flows),
        )
        return tuple(facts_of(bare, self._laws, self._proposal).places)


def check_with_repairs(
    data: bytes, path: str, as_of: datetime.date | None = None, *, why: bool = False
) -> Result:
    """The findings of a `.sotk` file with their repairs; arguments and errors as `check`."""
    source = decode(data, path)
    reading = load(source, path, as_of=as_of)
    return with_repairs(check_reading(source, path, reading, why=why), reading)


def with_repairs(result: Result, reading: Reading | None = None) -> Result:
    """The result with the repairs of its gravest findings; `reading` is what it was found in."""
    planner = Planner(result, reading)
    gravest = sorted(result.findings, key=lambda finding: -finding.level)[:MOST_SEARCHES]
    sought = {finding.fingerprint for finding in gravest}
    unsought = Plan((), RepairSearch(0, exhausted=False))
    plans = [planner.plan(f) if f.fingerprint in sought else unsought for f in result.findings]
    findings = tuple(
        replace(finding, repairs=plan.repairs, repair_search=plan.search)
        for finding, plan in zip(result.findings, plans, strict=True)
    )
    return replace(result, findings=findings)


def _shape(candidate: Candidate) -> tuple[object, ...]:
    """The candidate without the place of a step."""
    node = candidate.node
    if isinstance(node, m.Step):
        node = replace(node, number=0)
    return candidate.cost, node, candidate.item and candidate.item.number


def _step_of(finding: Finding) -> int:
    """The number of the step that the finding stands at, else 0."""
    locus = finding.proof.arguments[4] if finding.proof is not None else None
    if isinstance(locus, tuple) and locus[0] == "langkah":
        number = locus[1][1]
        return number if isinstance(number, int) else 0
    return 0


def _signature(candidate: Candidate) -> tuple[object, ...]:
    number = None if candidate.item is None else candidate.item.number
    also = tuple(new for _, new in candidate.also)
    more = tuple(map(_signature, candidate.more))
    here = candidate.workflow, candidate.chart
    return candidate.cost, candidate.node, number, *here, also, more


def _order(repair: Repair) -> tuple[int, int]:
    """Cheapest first; among equals the candidates stand in the order of preference."""
    return repair.cost, len(repair.edits)


def spellings(source: str, known: Gazetteer) -> dict[str, str]:
    """Of the spellings of each known name the one that the file uses, else the official one."""
    found: dict[str, str] = {}
    for name in known.names:
        own = name.name != name.display and name.name in source
        if own and name.display not in source and len(name.name) < len(name.display):
            found[name.key] = name.name
        else:
            found.setdefault(name.key, name.display)
    return found


def _numbered(node: Node, number: int) -> Node:
    """A statement with an id of its own, so that its facts are told from all others."""
    if isinstance(node, (m.Step, m.Attribute, m.Workflow)):
        return node
    return replace(node, id=1_000_000 + number)
