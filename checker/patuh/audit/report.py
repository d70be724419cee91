"""What an audit brings: its parts, each with what was looked at and what is wrong. Frozen data.

Words for people are made in `patuh.audit.telling.in_words`; here stand only keys and values.
"""

from msgspec import Struct


class Defect(Struct, frozen=True):
    """One thing that is wrong with the knowledge base.

    `kind` names the sentence in `audit.telling.in_words`, `values` fill it. `place` is "file:line"
    below `kb/`, or empty. `text` is a proposal that shows it, or empty.
    """

    kind: str
    values: dict[str, str]
    place: str = ""
    text: str = ""


class Note(Struct, frozen=True):
    """What is no defect but must be said: a declaration that was used, or what was not looked at.

    `reason` gives the reason of a declaration by language.
    """

    kind: str
    values: dict[str, str]
    reason: dict[str, str] = {}


class Part(Struct, frozen=True):
    """One point of the audit; `looked_at` is the number of things that it went through."""

    name: str
    looked_at: int
    defects: tuple[Defect, ...]
    notes: tuple[Note, ...] = ()


class Witness(Struct, frozen=True):
    """A generated proposal: the check ("A3"), the regulation, what it shows, and its text.

    `shows` is `fires`, `silent`, or `without_n1`: it fires while N1 does not, on the same subject.
    """

    check: str
    regulation: str
    shows: str
    text: str

    @property
    def name(self) -> str:
        """Where it is stored, below the folder of witnesses."""
        return f"{self.check}/{self.regulation}_{self.shows}.sotk"


class Audited(Struct, frozen=True):
    """The result of an audit of the knowledge base at `path`."""

    path: str
    parts: tuple[Part, ...]

    @property
    def sound(self) -> bool:
        """Whether no part has a defect."""
        return not any(part.defects for part in self.parts)
