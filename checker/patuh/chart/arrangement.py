"""Which sorts of units stand where in a chart: the table `kb/names/chart.toml`."""

from pathlib import Path

from msgspec import Struct, convert

from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.stored import toml


class Top(Struct, frozen=True):
    """The sorts at the top of the chart, by their place there."""

    leaders: tuple[str, ...]
    beside: tuple[str, ...]
    advisers: tuple[str, ...]
    secretary: tuple[str, ...]
    body: tuple[str, ...]
    assistants: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """All of these sorts."""
        return sum((getattr(self, name) for name in self.__struct_fields__), ())


class Panel(Struct, frozen=True):
    """Sorts that stand together in a frame, with its heading in both languages."""

    sorts: tuple[str, ...]
    id: str
    en: str


class Arrangement(Struct, frozen=True):
    """The whole table; the last panel takes every sort that has no place."""

    top: Top
    panels: tuple[Panel, ...]

    def panel_of(self, sort: str) -> Panel:
        """The panel for a unit of this sort."""
        return next((one for one in self.panels if sort in one.sorts), self.panels[-1])


@of_kb
def arrangement(root: Path | None = None) -> Arrangement:
    """The table of the knowledge base."""
    return convert(toml((root or kb_root()) / "names" / "chart.toml"), Arrangement)
