"""Repairs of findings: candidates, the least-cost sets among them, and the proof that they help.

The search is abduction over the knowledge base itself (`patuh.engine.abduction`): no check has a
template. It knows the sentences near the finding and the changes that the language can express
there; every set that it finds is written into the source, read and checked again, and offered
only if the finding is gone and nothing at or above its level is new.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from patuh.checking import facts_of, finding_atoms, ground_text, read
from patuh.engine.abduction import Change, Outcome, least_changes
from patuh.explain.findings import atom_key, content_key
from patuh.finding import Finding, Level, Repair, Result
from patuh.knowledge.names import gazetteer
from patuh.knowledge.programs import programs
from patuh.knowledge.root import kb_root
from patuh.repair import lines, names, steps
from patuh.repair.candidate import Candidate
from patuh.repair.items import STEP_GAP, Item, Items, Node
from patuh.repair.rewrite import Rewriter
from patuh.repair.scope import Focus, workflows_of
from patuh_parser.sotk import SotkError
from patuh_parser.sotk import model as m
from patuh_parser.sotk.gazetteer import Gazetteer
from patuh_parser.sotk.phrases import Phrases

MOST_ALTERNATIVES = 5
MOST_SETS = 100
"""So many sets of least cost are looked at for the best alternatives."""
MOST_ROUNDS = 4
"""So often dearer sets are sought if no set of the least cost passes the check of the text."""
SECONDS = 10.0
HARMLESS_BELOW = Level.belum_lengkap
WHOLE = 600
"""Up to so many sentences the search sees the whole proposal, beyond that what is near."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Repairs of these findings, cheapest first; `complete` if the search was exhausted."""

    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...]
    complete: bool


class Planner:
    """Seeks repairs of the findings of one result."""

    def __init__(self, result: Result) -> None:
        self._result = result
        source, path = result.source, result.input.path
        self._proposal, self._laws = read(source, path)
        names_known = gazetteer(kb_root(), [law.id for law in self._laws])
        self._gazetteer = names_known
        offices = {name.key: name.sort for name in names_known.names}
        self._items = Items(self._proposal, offices)
        bare = m.Proposal(
            self._proposal.header, self._proposal.units, self._proposal.statements,
            (), False, (), (),
        )  # fmt: skip
        phrases = Phrases(bare, spellings(source, names_known))
        self._rewriter = Rewriter(source, self._items, phrases)
        self._programs = programs([law.id for law in self._laws])
        self._always = self._facts_always()

    def plan(self, finding: Finding) -> Plan:
        """All least-cost repairs of a finding, up to a bound on number and time."""
        candidates = self._candidates(finding)
        near = self._slice(finding)
        spelled = names.repairs(finding, self._result, self._proposal, self._gazetteer)
        found = list(self._verified([finding], spelled))
        blocked: list[tuple[int, ...]] = []
        for _ in range(MOST_ROUNDS):
            outcome = self._search([finding], candidates, near, MOST_SETS, blocked)
            helpful: list[Repair] = []
            for chosen in self._distinct(finding, candidates, outcome):
                if len(helpful) >= MOST_ALTERNATIVES:
                    break
                helpful += self._verified([finding], [self._written(candidates, chosen)])
            if helpful or not outcome.sets:
                break
            blocked += outcome.sets
        unique: dict[str, Repair] = {}
        for repair in sorted([*helpful, *found], key=_order):
            unique.setdefault(repair.text, repair)
        best = tuple(unique.values())[:MOST_ALTERNATIVES]
        return Plan((finding,), best, outcome.complete)

    def propose(self, findings: Sequence[Finding]) -> Repair | None:
        """One set of changes for all the findings, from one search, not yet verified."""
        candidates, near = self._common(findings)
        outcome = self._search(findings, candidates, near, 1)
        return self._written(candidates, outcome.sets[0]) if outcome.sets else None

    def plan_all(self, findings: Sequence[Finding]) -> Plan:
        """One set of changes that makes all these findings go away.

        Sought at once over the candidates of all; where that finds none within the bound, one
        finding after the other, each step verified.
        """
        unique, near = self._common(findings)
        outcome = self._search(findings, unique, near, MOST_ALTERNATIVES)
        repairs = [self._written(unique, chosen) for chosen in outcome.sets]
        found = self._verified(findings, repairs)
        return Plan(tuple(findings), tuple(found[:1]), outcome.complete)

    def _common(self, findings: Sequence[Finding]) -> tuple[list[Candidate], list[Item]]:
        """The candidates for all the findings, each once, and the sentences to reason about."""
        candidates = (c for finding in findings for c in self._candidates(finding))
        unique = {_signature(candidate): candidate for candidate in candidates}
        near = {item.number: item for finding in findings for item in self._slice(finding)}
        return list(unique.values()), list(near.values())

    def _search(
        self,
        findings: Sequence[Finding],
        candidates: Sequence[Candidate],
        near: Sequence[Item],
        most: int,
        blocked: Sequence[tuple[int, ...]] = (),
    ) -> Outcome:
        sentences = {item.number: item.facts for item in near}
        facts = [*self._always, *(fact for item in near for fact in item.facts)]
        old = ground_text("".join(f"{fact}.\n" for fact in dict.fromkeys(facts)), self._laws)
        wanted = {content_key(finding) for finding in findings}
        return least_changes(
            self._programs,
            sentences,
            self._always,
            [self._change(number, candidate) for number, candidate in enumerate(candidates)],
            old,
            [atom for atom in old if atom_key(atom)[0] in wanted],
            min([HARMLESS_BELOW, *(finding.level for finding in findings)]),
            blocked=blocked,
            most=most,
            seconds=SECONDS,
        )

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

    def _candidates(self, finding: Finding) -> list[Candidate]:
        focus = Focus(finding, self._items, self._gazetteer)
        here = self._at(finding)
        near = list({item.number: item for item in (*focus.items(), *here)}.values())
        found: list[Candidate] = []
        flows = self._flows_at(finding) or workflows_of(here) or workflows_of(near)
        for item in near:
            if item.workflow is None:
                found += lines.changes(item, focus)
        for workflow in self._proposal.workflows:
            if workflow.id in flows:
                positions = steps.between(workflow)
                for item in self._items.all:
                    if item.workflow == workflow.id:
                        found += steps.changes(item, focus, positions)
                found += steps.additions(workflow, finding, focus)
        found += lines.additions(focus)
        return found

    def _flows_at(self, finding: Finding) -> set[int]:
        """The workflows whose heading the finding stands at."""
        rows = {place.span.line for place in finding.places}
        return {w.id for w in self._proposal.workflows if w.span.line in rows}

    def _at(self, finding: Finding) -> list[Item]:
        """The items on whose lines the finding stands."""
        rows = {
            row
            for place in finding.places
            for row in range(place.span.line, place.span.end_line + 1)
        }
        return [item for item in self._items.all if item.span.line in rows]

    def _slice(self, finding: Finding) -> list[Item]:
        """The items to reason about: all of a proposal of usual size, else those nearby."""
        if len(self._items.all) <= WHOLE:
            return self._items.all
        focus = Focus(finding, self._items, self._gazetteer)
        near = {item.number: item for item in focus.items()}
        near.update({item.number: item for item in self._at(finding)})
        flows = workflows_of(near.values())
        return [
            item
            for item in self._items.all
            if item.number in near or (item.workflow is not None and item.workflow in flows)
        ]

    def _change(self, number: int, candidate: Candidate) -> Change:
        removes = (candidate.item.number,) if candidate.item is not None else ()
        adds: list[str] = []
        if candidate.item is not None:
            for other in candidate.item.nodes:
                if candidate.node is not None and other is not candidate.old:
                    adds += self._items.facts_of(other, candidate.workflow, chart=candidate.chart)
        if candidate.node is not None:
            node = _numbered(candidate.node, number)
            adds += self._items.facts_of(
                node, candidate.workflow, chart=candidate.chart, scaled=True
            )
        return Change(removes, tuple(dict.fromkeys(adds)), candidate.cost)

    def _facts_always(self) -> tuple[str, ...]:
        """What no candidate touches: the header, the workflows' heads, the spelling."""
        own = {fact for item in self._items.all for fact in item.facts}
        scaled = {"langkah", "kepada", "objek", "sarana", "subjek"}
        every = facts_of(self._proposal, self._laws).places
        return tuple(
            fact
            for fact in every
            if fact not in own
            and not fact.startswith("langkah")
            and fact.split("(", 1)[0] not in scaled
        )

    def _verified(self, findings: Sequence[Finding], repairs: Iterable[Repair]) -> list[Repair]:
        return [
            replace(repair, verified=True)
            for repair in repairs
            if helps(repair.text, self._result, findings)
        ]


def with_repairs(result: Result) -> Result:
    """The result with the repairs of every finding."""
    planner = Planner(result)
    findings = tuple(
        replace(finding, repairs=planner.plan(finding).repairs, repairs_sought=True)
        for finding in result.findings
    )
    return replace(result, findings=findings)


def helps(text: str, before: Result, findings: Sequence[Finding]) -> bool:
    """Whether the edited text is free of the findings, and new ones are harmless.

    Harmless is what is below the level of the findings, and below `belum_lengkap`.
    """
    if text == before.source:
        return False
    try:
        after = dict(map(atom_key, finding_atoms(text, before.input.path)))
    except SotkError:
        return False
    old = {content_key(finding) for finding in before.findings}
    floor = min([HARMLESS_BELOW, *(finding.level for finding in findings)])
    gone = not any(content_key(finding) in after for finding in findings)
    return gone and not any(level >= floor for key, level in after.items() if key not in old)


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
    return candidate.cost, candidate.node, number, candidate.workflow, candidate.chart


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
