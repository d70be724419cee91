"""What a check brings: findings with their places, citations and proofs. Frozen, language-neutral.

Texts for people are made in `patuh.report` from these nodes; here stand only keys, values and
places. Levels and exit codes follow SARIF 2.1.0's error / warning / note.
"""

import datetime
from collections.abc import Iterator
from enum import IntEnum
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.text.span import Span

Value = int | str | tuple[str, tuple["Value", ...]]
"""A ground term: a number, a string or constant, or a compound (name, arguments)."""


class Level(IntEnum):
    """How a proposal fails; greater is graver."""

    catatan = 1
    peringatan = 2
    belum_lengkap = 3
    pelanggaran = 4


class Place(Struct, frozen=True, order=True):
    """A stretch of an input file."""

    path: str
    span: Span


def place_of(path: str, span: Span) -> Place:
    """The place of a span of the input at `path`, or of the file that the span names."""
    return Place(span.file, replace(span, file="")) if span.file else Place(path, span)


class Citation(Struct, frozen=True):
    """A provision that a finding rests on."""

    regulation: str
    provision: str
    label: str
    text: str


class Interpretation(Struct, frozen=True):
    """A reading of an unclear norm, as the switch `tafsir_<name>` of the knowledge base."""

    name: str
    value: str


ProofKind = Literal[
    "rule",
    "sentence",
    "norm",
    "known",
    "condition",
    "absence",
    "attempt",
    "failed",
    "near",
    "count",
]


class Proof(Struct, frozen=True):
    """A node of a derivation.

    `kind`: `rule` (derived; `rule` says where it stands), `sentence` (the proposal says so, at
    `place`), `norm` (the law says so, in `citation`), `known` (vocabulary or the head of the
    file), `condition` (a comparison that holds), `absence` (looked for and not found; the
    children are the attempts to find it), `attempt` (a rule that got as far as its children
    show, the last of which is `failed`), `near` (what comes nearest to a failed condition),
    `count` (an aggregate; the children are its elements). `atom` is the literal as text,
    `predicate` and `arguments` its parts. `others` counts further derivations.
    """

    kind: ProofKind
    atom: str
    predicate: str = ""
    arguments: tuple[Value, ...] = ()
    children: tuple["Proof", ...] = ()
    place: Place | None = None
    citation: Citation | None = None
    rule: str | None = None
    others: int = 0


class Edit(Struct, frozen=True):
    """One change of the source: lines `first` to `last` (none if last < first) become `lines`."""

    first: int
    last: int
    lines: tuple[str, ...]
    old: tuple[str, ...] = ()


class Repair(Struct, frozen=True):
    """A set of edits that makes a finding go away; `text` is the whole edited source."""

    edits: tuple[Edit, ...]
    cost: int
    text: str
    verified: bool
    choice: bool = False
    """Whether it names an office or a pattern in whose place others of the same cost would do."""


class RepairSearch(Struct, frozen=True):
    """Where repairs were sought: among the sets of how many changes, and whether among all sets.

    `more` says that further sets cost as much as the dearest repair shown. Of no changes and not
    exhausted: none were sought, for graver findings were enough.
    """

    changes: int
    exhausted: bool
    more: bool = False


class Accepted(Struct, frozen=True):
    """That a finding is known and accepted: it is told, and does not decide the exit.

    In the file `source` of a baseline, or by a dispensation at line `line` of the proposal: until
    which day, on what basis, by whom.
    """

    source: str = ""
    until: datetime.date | None = None
    basis: str = ""
    by: str = ""
    line: int = 0


class Finding(Struct, frozen=True):
    """One departure of a proposal from a regulation."""

    check: str
    case: str
    level: Level
    regulation: str
    subject: Value
    terms: dict[str, Value]
    places: tuple[Place, ...] = ()
    citations: tuple[Citation, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    proof: Proof | None = None
    fingerprint: str = ""
    repairs: tuple[Repair, ...] = ()
    """Verified least-cost repairs, cheapest first, where they were asked for."""
    repair_search: RepairSearch | None = None
    parts: tuple["Finding", ...] = ()
    """What is told together in it, each a finding by itself; they differ in one term only."""
    accepted: Accepted | None = None

    @property
    def each(self) -> tuple["Finding", ...]:
        """Its parts, or the finding itself."""
        return self.parts or (self,)

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """The proof of each part."""
        return tuple(part.proof for part in self.each if part.proof is not None)

    def nodes(self) -> Iterator[Proof]:
        """The nodes of its proofs, each before those that it rests on."""
        stack = [*reversed(self.proofs)]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    @property
    def place(self) -> Place:
        """Where the finding is shown first."""
        return self.places[0]


class Unassessed(Struct, frozen=True):
    """Provisions of a regulation that no check tests, and why.

    `part`: what of the regulation is not at hand, by these provisions a part of it. `checks`: in
    place of provisions, the checks that files of a user's own have done away with.
    """

    regulation: str
    reason: str
    provisions: tuple[str, ...]
    part: str = ""
    checks: tuple[str, ...] = ()


class Told(Struct, frozen=True):
    """What is told of an input: how lines of it were read, or that a part was not (`unread`).

    `kind` is a key of `findings.told` or a defect of the reader of drafts, `data` its terms.
    """

    kind: str
    lines: tuple[int, ...] = ()
    data: tuple[tuple[str, str], ...] = ()
    unread: bool = False


class ReadAs(Struct, frozen=True):
    """What the text of a draft was recognised as: its kind, and how much of what it has."""

    instrument: str
    amends: bool
    parts: tuple[tuple[str, int], ...]


class Input(Struct, frozen=True):
    """A proposal or a draft that was checked."""

    path: str
    regulations: tuple[str, ...]
    scope: Literal["lengkap", "lengkap_untuk", "sebagian"]
    title: str
    region: str = ""
    """The full name of the region, as far as it is known: in a kota the words are others."""
    names: dict[str, str] = {}
    """Display names of units by key."""
    complete_for: tuple[str, ...] = ()
    """The names of the units for which alone it is complete."""
    quoted: frozenset[str] = frozenset()
    """Keys of the outsiders, whose names a proposal writes in quotation marks."""
    workflows: dict[int, str] = {}
    """Titles of workflows by their number."""
    unknown_acts: tuple[tuple[str, Place], ...] = ()
    """Verbs of steps that no check knows, so that nobody takes them for assessed."""
    denials: frozenset[tuple[int, str]] = frozenset()
    """Lines with words by which they weaken or deny, if a finding is on such words."""
    told: tuple[Told, ...] = ()
    """What is told of lines: that their sentences state no relation, or how they were read."""
    read_as: ReadAs | None = None
    """What a draft was recognised as."""
    base: str | None = None
    """The path of the proposal that this one changes."""
    readings: tuple[tuple[str, str, Place], ...] = ()
    """Titles without a name, the unit that each was read as, and where it stands."""
    located: dict[int, tuple[int | None, int]] = {}
    """Page and paragraph of the lines of a Word or PDF file, whose lines nobody sees."""

    cells: dict[str, dict[int, str]] = {}
    """The cells of a table that lines of a proposal or its bases are taken from, by path."""

    @property
    def unread(self) -> bool:
        """Whether a part of it could not be read, so that nothing says that it complies."""
        return any(one.unread for one in self.told)


class Result(Struct, frozen=True):
    """The findings of one input, sorted by place, level and check."""

    input: Input
    source: str
    findings: tuple[Finding, ...]
    unassessed: tuple[Unassessed, ...]
    bases: dict[str, str] = {}
    """Path → text of the proposals that this one changes."""
    remarks: tuple[Told, ...] = ()
    """What is told of dispensations and of a baseline; kinds are keys of `findings.remark`."""

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """The findings that are not accepted."""
        return tuple(finding for finding in self.findings if finding.accepted is None)

    def text_of(self, path: str) -> str:
        """The text of a file that a place of this result lies in."""
        return self.bases.get(path, self.source) if path != self.input.path else self.source


class InputError(Struct, frozen=True):
    """Why an input could not be read, at one place; `texts` gives message and hint by language."""

    code: str
    place: Place
    texts: dict[str, tuple[str, str | None]]


class Unreadable(Struct, frozen=True):
    """An input that could not be read, with all its errors; `source` as far as it was text."""

    path: str
    source: str
    errors: tuple[InputError, ...]


class LeftOut(Struct, frozen=True):
    """What lies in a folder and was not checked: `reason` is a key of `inputs.left`."""

    folder: str
    path: str
    reason: str


_START = Span(1, 1, 1, 1)


def unread(
    path: str,
    code: str,
    texts: dict[str, tuple[str, str | None]],
    span: Span = _START,
    source: str = "",
) -> Unreadable:
    """An input with one error."""
    return Unreadable(path, source, (InputError(code, Place(path, span), texts),))
