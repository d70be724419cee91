"""That a repair helps: the edited text is read and checked again.

In a large proposal the sentences near the finding are read again and checked together with all
that the rest says, which is grounded once for all repairs of the finding. That this is the same
as checking the whole text is tried on the unedited sentences first: if they do not give the
findings that the whole gave, every repair is checked on the whole text; so is a repair whose
edited sentences cannot be read without the rest.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from patuh.amending import with_units
from patuh.checking import Reading, facts_of, finding_atoms
from patuh.engine.solving.alternatives import findings_under
from patuh.explain.findings import ContentKey, atom_key, content_keys
from patuh.finding import Finding, Level, Repair, Result
from patuh.knowledge.programs import programs
from patuh.repair.candidates.nearby import WHOLE
from patuh.repair.items import Item, Items, unmentioned
from patuh.repair.verifying.flows import left_by, renumbered
from patuh.repair.verifying.stretches import Chunks, Excerpt
from patuh_parser.sotk import SotkError, read_proposal
from patuh_parser.sotk import model as m
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.text.source import text_lines

HARMLESS_BELOW = Level.belum_lengkap
_OWN = 1_000_000
"""Statements of an excerpt are numbered from here on, apart from those of the rest."""

Keys = dict[ContentKey, Level]


def _harmless(after: Keys, before: Result, findings: Sequence[Finding]) -> bool:
    """Whether the findings are gone, and what is new below their level and `belum_lengkap`."""
    old = content_keys(before.findings)
    floor = min([HARMLESS_BELOW, *(finding.level for finding in findings)])
    gone = content_keys(findings).isdisjoint(after)
    return gone and not any(level >= floor for key, level in after.items() if key not in old)


class Verifier:
    """Verifies repairs of one result."""

    def __init__(
        self, result: Result, reading: Reading, items: Items, gazetteer: Gazetteer
    ) -> None:
        self._result = result
        self._reading = reading
        self._items = items
        self._gazetteer = gazetteer
        self._chunks: Chunks | None = None
        self._after: dict[str, Keys | None] = {}

    def after(self, text: str) -> Keys | None:
        """The findings of an edited text, without places; None if it cannot be read."""
        if text not in self._after:
            date = self._reading.proposal.header.date
            try:
                atoms = finding_atoms(text, self._result.input.path, as_of=date)
                self._after[text] = dict(map(atom_key, atoms))
            except SotkError:
                self._after[text] = None
        return self._after[text]

    def helps(self, text: str, findings: Sequence[Finding]) -> bool:
        """Whether the edited text is free of the findings, and new ones are harmless."""
        after = self.after(text)
        return after is not None and _harmless(after, self._result, findings)

    def verified(
        self, findings: Sequence[Finding], repairs: Sequence[Repair], near: Iterable[Item]
    ) -> list[Repair]:
        """The repairs that help, marked as verified; `near` are the sentences they rest on."""
        wanted = [repair for repair in repairs if repair.text != self._result.source]
        answers: list[bool] | None = None
        if len(self._items.all) > WHOLE and not self._reading.bases and wanted:
            answers = self._by_excerpt(findings, wanted, near)
        if answers is None:
            answers = [self.helps(repair.text, findings) for repair in wanted]
        return [
            replace(repair, verified=True)
            for repair, good in zip(wanted, answers, strict=True)
            if good
        ]

    def _by_excerpt(
        self, findings: Sequence[Finding], repairs: Sequence[Repair], near: Iterable[Item]
    ) -> list[bool] | None:
        """Whether each repair helps; None if an excerpt does not stand for the whole."""
        edited = [
            row for repair in repairs for edit in repair.edits
            for row in range(edit.first - 1, edit.last + 1)
        ]  # fmt: skip
        excerpt = self._excerpt([*(item.span.line for item in near), *edited])
        texts = [excerpt.text, *(excerpt.edited(repair.edits) for repair in repairs)]
        proposals = self._read(texts, excerpt)
        if proposals[0] is None:
            return None
        rest = self._rest(excerpt)
        laws = self._reading.laws
        common = facts_of(rest, laws).places
        readable = [proposal for proposal in proposals if proposal is not None]
        own = [
            [fact for fact in facts_of(one, laws).places if fact not in common] for one in readable
        ]
        text = ".\n".join(common) + ".\n"
        found = findings_under(programs([law.id for law in laws]), text, own)
        keys = iter([dict(map(atom_key, atoms)) for atoms in found])
        if set(next(keys)) != content_keys(self._result.findings):
            return None
        return [
            self.helps(repair.text, findings)
            if proposal is None
            else _harmless(next(keys), self._result, findings)
            for repair, proposal in zip(repairs, proposals[1:], strict=True)
        ]

    def _excerpt(self, rows: Iterable[int]) -> Excerpt:
        if self._chunks is None:
            spans = [item.span for item in self._items.all]
            self._chunks = Chunks(text_lines(self._result.source), spans)
        return self._chunks.around(rows)

    def _rest(self, excerpt: Excerpt) -> m.Proposal:
        """The proposal without what the excerpt says."""
        whole = self._reading.proposal
        outside = [item for item in self._items.all if item.span.line not in excerpt]
        alone = {u.key for u in self._items.unmentioned() if u.span.line not in excerpt}
        silent = {
            unit.key
            for unit in unmentioned(whole.units, {name for item in outside for name in item.units})
        }
        return replace(
            whole,
            units=tuple(u for u in whole.units if u.key not in silent or u.key in alone),
            statements=tuple(s for s in whole.statements if s.span.line not in excerpt),
            chart=tuple(line for line in whole.chart if line.span.line not in excerpt),
            workflows=tuple(left_by(whole.workflows, excerpt)),
            terms=tuple(term for term in whole.terms if term.span.line not in excerpt),
        )

    def _read(self, texts: Sequence[str], excerpt: Excerpt) -> list[m.Proposal | None]:
        """What each text says, with numbers of its own; None if it cannot be read.

        A text whose only sentence an edit has taken away says nothing, as long as the rest speaks.
        """
        whole = self._reading.proposal
        every = "\n".join(texts)
        known = replace(whole, units=tuple(unit for unit in whole.units if unit.name in every))
        names = with_units(self._gazetteer, known)
        terms = tuple(term for term in whole.terms if term.span.line not in excerpt)
        speaks = any(item.span.line not in excerpt for item in self._items.all)
        nothing = replace(whole, units=(), statements=(), chart=(), workflows=(), terms=terms)
        found: list[m.Proposal | None] = []
        for text in texts:
            try:
                own = read_proposal(text, names, self._result.input.path)
            except SotkError as error:
                found.append(nothing if error.silent and speaks else None)
                continue
            statements = (replace(s, id=_OWN + s.id) for s in own.statements)
            chart = (replace(line, id=_OWN + line.id) for line in own.chart)
            flows = renumbered(own.workflows, whole.workflows, excerpt, _OWN)
            found.append(
                replace(
                    own,
                    header=whole.header,
                    statements=tuple(statements),
                    chart=tuple(chart),
                    workflows=tuple(flows),
                    terms=(*terms, *own.terms),
                )
            )
        return found
