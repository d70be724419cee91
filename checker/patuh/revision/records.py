"""What a revision changes, as frozen data: norms, verdicts, and examples that were replayed."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from patuh.engine.solving.difference import Direction
from patuh.finding import Level
from patuh.messages import Both

Verdict = Literal[
    "terbukti",
    "setara",
    "lebih_ketat",
    "lebih_longgar",
    "tak_sebanding",
    "berganti_temuan",
    "tak_terjangkau",
    "tak_tuntas",
]
"""`terbukti`: the definitions are the same; `setara`: the language tells no difference."""
OWN = "kb"
"""What patuh's own knowledge base is called as a side."""
DIFFERENT: frozenset[Verdict] = frozenset(
    {"lebih_ketat", "lebih_longgar", "tak_sebanding", "berganti_temuan"}
)


class NormChange(Struct, frozen=True, order=True):
    """A norm that went or came: the provision it stands under, its clause, and its kind."""

    provision: str
    predicate: str
    values: tuple[str, ...]
    """The arguments without regulation and provision."""
    gone: bool
    kind: str = ""
    said: Both = {}


def once(every: Iterable[NormChange]) -> tuple[NormChange, ...]:
    """Each of these norms once."""
    found: list[NormChange] = []
    for one in every:
        if one not in found:
            found.append(one)
    return tuple(found)


class Told(Struct, frozen=True):
    """A finding of one side in words: the check ("A3"), its level, subject and sentence."""

    check: str
    level: Level
    subject: str
    said: Both = {}


class Hit(Struct, frozen=True):
    """A proposal, with the findings that a revision brings and takes away, and those that stay.

    `skipped`: no check that is affected can speak of it, so that it was not checked.
    """

    path: str
    new: tuple[Told, ...] = ()
    gone: tuple[Told, ...] = ()
    same: tuple[Told, ...] = ()
    skipped: bool = False

    @property
    def hit(self) -> bool:
        """Whether anything changes for it."""
        return bool(self.new or self.gone)


class Example(Struct, frozen=True):
    """A proposal of which the two sides say different things, and what each finds on it.

    `direction`: `ketat` if the new side finds more, `longgar` if the old one does. `pure`: the
    other side finds nothing of that level on the subject. `provisions` are the leaves without
    whose change there is no difference.
    """

    direction: Direction
    pure: bool
    text: str
    lines: tuple[str, ...]
    """The sentences of the proposal."""
    old: tuple[Told, ...]
    new: tuple[Told, ...]
    provisions: tuple[str, ...] = ()

    def levels(self, check: str) -> tuple[Level | None, Level | None]:
        """The gravest level of the check, or of all where none is named, on each side."""
        old, new = (
            max((one.level for one in side if check in ("", one.check)), default=None)
            for side in (self.old, self.new)
        )
        return old, new


class Compared(Struct, frozen=True):
    """The verdict on a check ("A3"), or on the whole where there is no check, with examples.

    `unreached` are norms that changed, on which the check rests, and of which the language of
    proposals tells nothing.
    """

    check: str
    verdict: Verdict
    examples: tuple[Example, ...] = ()
    unreached: tuple[NormChange, ...] = ()
    title: Both = {}


Translation = Literal["daftar", "dihapus", "modal", "isian"]
"""A list of units; a provision that was left out; a duty that became a permission; a slot."""


class Translated(Struct, frozen=True):
    """What a draft does to norms, as patuh translated it: what stood there and what stands now.

    `gone` and `came` are norms as clingo prints them.
    """

    kind: Translation
    provision: str
    old: str
    new: str
    gone: tuple[str, ...]
    came: tuple[str, ...]
    number: int = 0


class Left(Struct, frozen=True):
    """A provision of a draft that was not translated, with the norms in force that it may change.

    `provision` is the one in force, if there is any; `label` says which it is.
    """

    provision: str
    label: str
    text: str
    norms: tuple[str, ...] = ()


class Drafted(Struct, frozen=True):
    """A draft as changes of norms; `fresh` are provisions that no provision in force carries."""

    translated: tuple[Translated, ...]
    left: tuple[Left, ...]
    fresh: tuple[Left, ...]


class Revision(Struct, frozen=True):
    """How a new side differs from an old one under a regulation.

    `same` are the checks whose definitions are the same; `rules` says whether more than norms
    changed.
    """

    regulation: str
    old: str
    new: str
    norms: tuple[NormChange, ...]
    rules: bool
    whole: Compared
    checks: tuple[Compared, ...]
    same: tuple[str, ...]
    draft: Drafted | None = None
    unread: tuple[NormChange, ...] = ()
    """New norms that no rule knows, where rules asked by name for what they replace."""

    @property
    def differs(self) -> bool:
        """Whether any verdict is one of difference."""
        return any(one.verdict in DIFFERENT for one in (self.whole, *self.checks))

    @property
    def unfinished(self) -> bool:
        """Whether a search did not come to its end."""
        return any(one.verdict == "tak_tuntas" for one in (self.whole, *self.checks))

    @property
    def untranslated(self) -> bool:
        """Whether a check rests on a norm that changed and was not translated, or is not read."""
        left = self.draft.left if self.draft else ()
        return bool(self.unread) or any(one.norms for one in left)
