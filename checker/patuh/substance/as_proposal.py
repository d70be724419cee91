"""What a draft says of its structure as a `.sotk` text, to be checked like any proposal."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import astuple

from patuh.knowledge.names import gazetteer, kinds
from patuh.knowledge.regulations import Regulation, applicable
from patuh.knowledge.root import kb_root
from patuh.messages import say
from patuh.substance.sentences import asisten_elsewhere, first_names, written
from patuh.substance.written_lines import Lines, Written, provision, rendered, without
from patuh_parser.legal.model import Draft
from patuh_parser.sotk import SotkError, read_proposal
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.model import (
    Classification,
    Delegation,
    Function,
    Head,
    Line,
    Placement,
    Proposal,
    Statement,
    Task,
    Told,
    Workflow,
)

_KINDS = (Classification, Delegation, Function, Head, Line, Placement, Task)
"""Statements on structure: what else a sentence of a draft may seem to say is left alone."""
_ONCE = ("E306", "E308", "E312")
"""Errors on a name that are told at one of its places alone."""
_ROUNDS = 40
"""So often is a text read, each time without what was not understood before."""


class Structure(Struct, frozen=True):
    """The structure that a draft describes, as far as the reader of proposals understands it.

    `text` is the `.sotk` text, `numbers` for each line of it the number of its line in `lines`, 0
    for others; `skipped` are the sentences and entries that were not understood, all of them if
    `proposal` is None.
    """

    proposal: Proposal | None
    text: str
    numbers: tuple[int, ...]
    lines: Lines
    skipped: tuple[Written, ...]

    open_agencies: bool = False
    """Whether an Asisten is named in what was not read, so that none of them is missed."""
    open_units: frozenset[str] = frozenset()
    """The units with which sentences and entries begin that were not understood."""

    def at(self, line: int) -> Written:
        """The sentence or entry that a line of the text is; the first for the head of the text."""
        number = self.numbers[line - 1] if line <= len(self.numbers) else 0
        return self.lines[number or next(iter(self.lines))]


def structure_of(draft: Draft) -> str:
    """The `.sotk` text of the structure in a draft, and as comments what was not understood; empty
    if it describes none.

    Raises `LookupError` if no regulation is known for the region, for the names of its Asisten
    are not known then either.
    """
    laws = applicable(draft.region)
    if not laws:
        raise LookupError(draft.region)
    found = structure(draft, laws)
    return found.text if found is not None else ""


def structure(draft: Draft, laws: Sequence[Regulation]) -> Structure | None:
    """The structure in a draft under the regulations of its region; `None` if it describes none."""
    every = dict(enumerate(written(draft, laws[0]), 1))
    head = _head(draft, laws[0])
    lines = without(every, {at for at, line in every.items() if not line.text})
    proposal: Proposal | None = None
    texts: set[int] = set()
    for _ in range(_ROUNDS):
        text, numbers = rendered(head, lines)
        found = _read(text, numbers, laws)
        texts |= {_head_of(lines, at) for at in found.texts}
        if not found.wrong or not lines:
            proposal = found.proposal
            break
        lines = without(lines, found.wrong)
    if proposal is None:
        lines = {}
    skipped = tuple(
        line
        for at, line in every.items()
        if at not in lines and at not in texts and (line.under is None or line.under in lines)
    )
    if not lines and not skipped:
        return None
    unread = (f"{provision(line.node)}: {' '.join(line.node.text.split())}" for line in skipped)
    text, numbers = rendered(head, lines, [say("export.not_read", "id", text=t) for t in unread])
    read = {id(line.node) for line in lines.values()}
    return Structure(
        proposal,
        text,
        tuple(numbers),
        lines,
        skipped,
        asisten_elsewhere(draft, read),
        frozenset(first_names(skipped, laws)),
    )


def _head_of(lines: Lines, at: int) -> int:
    """The line that begins the sentence of a line."""
    while (above := lines[at].under) is not None:
        at = above
    return at


class _Reading(Struct):
    """What a text states, the lines of it that must go, and those of them that are mere text."""

    wrong: set[int]
    texts: set[int] = set()
    proposal: Proposal | None = None


def _read(text: str, numbers: list[int], laws: Sequence[Regulation]) -> _Reading:
    """Read a text, of which `numbers` are the numbers of its lines."""
    known = gazetteer(kb_root(), [law.id for law in laws])
    try:
        proposal = read_proposal(text, known)
    except SotkError as error:
        found = {numbers[wrong.span.line - 1] for wrong in error.diagnostics} - {0}
        again = tuple(f"{one.args[0]} " for one in error.diagnostics if one.code in _ONCE)
        rows = zip(numbers, text.split("\n"), strict=False)
        found |= {at for at, row in rows if at and again and row.startswith(again)}
        return _Reading(found or set(numbers))
    said = (*proposal.statements, *proposal.workflows)
    nobody = _nameless(proposal, known)
    spans = [one.span for one in said if not _structural(one) or nobody & _named_in(one)]
    spans += [unit.span for unit in proposal.units if nobody & {unit.key, unit.parent}]
    sorts = {unit.key: unit.sort for unit in proposal.units}
    mere = [one.span for one in said if _is_text(one, sorts)]
    spans += mere
    texts = {numbers[span.line - 1] for span in mere}
    return _Reading({numbers[span.line - 1] for span in spans} - {0}, texts, proposal)


def _is_text(said: Statement | Workflow, sorts: Mapping[str, str]) -> bool:
    """Whether a statement relates nobody: a text, or the tasks that a draft gives what lies in an
    agency, by which it gives them to the agency."""
    if isinstance(said, (Task, Function)):
        sort = sorts.get(said.unit, "")
        return sort in kinds().nested or (sort in kinds().complete and sort not in kinds().agencies)
    return isinstance(said, Told)


def _structural(said: Statement | Workflow) -> bool:
    """Whether a statement is on structure; of one that relates a unit to itself two offices of
    the unit are meant, of which nothing is known."""
    return isinstance(said, _KINDS) and not (
        isinstance(said, Line) and said.source is not None and said.source == said.target
    )


def _nameless(proposal: Proposal, known: Gazetteer) -> set[str]:
    """The agencies that a text calls by the first words of such names alone: `Dinas`."""
    names = {name.name for name in known.names}
    return {
        unit.key
        for unit in proposal.units
        if unit.sort in kinds().agencies
        and unit.name in known.first_words
        and unit.name not in names
    }


def _named_in(said: Statement | Workflow) -> set[str]:
    """The units of a statement, and those that they are said to lie in."""
    keys = [value for value in astuple(said) if isinstance(value, str)]
    return {part for key in keys for part in key.split(" pada ")}


def _head(draft: Draft, law: Regulation) -> list[str]:
    return [
        f"USULAN    : {' '.join(draft.title.split()) or say('export.title', 'id')}",
        f"DAERAH    : {law.region}",
        "LINGKUP   : sebagian",
        "",
        "STRUKTUR",
    ]
