"""How texts and proposals head the units under an Asisten, and name parties without a name."""

import re
from pathlib import Path

from msgspec import Struct, convert

from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.stored import toml


class ListHeading(Struct, frozen=True, forbid_unknown_fields=True):
    """A heading of the list of units under an Asisten, from `kb/names/lists.toml`."""

    group: str
    says: str
    named: str
    duty: str = ""
    agencies: bool = False

    def fits(self, text: str) -> bool:
        """Whether a text names the heading."""
        return re.search(self.named, text, re.IGNORECASE) is not None

    def guides(self, text: str) -> bool:
        """Whether a text words the duty under which the group stands without a heading."""
        return bool(self.duty) and re.search(self.duty, text, re.IGNORECASE) is not None


@of_kb
def list_headings(root: Path | None = None) -> tuple[ListHeading, ...]:
    """The headings of such a list, in their order."""
    table = toml((root or kb_root()) / "names" / "lists.toml")
    return tuple(convert({"group": name, **entry}, ListHeading) for name, entry in table.items())


@of_kb
def parties_unnamed(root: Path | None = None) -> tuple[str, ...]:
    """How a provision names parties that have no name of their own."""
    return tuple(toml((root or kb_root()) / "names" / "parties.toml")["names"])
