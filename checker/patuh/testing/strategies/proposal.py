"""Passages put together into the text of a proposal."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from patuh.knowledge.regulations import regulation, where_alone
from patuh.report.expectations import Row
from patuh.testing.strategies.passages import Passage


class Proposal(Struct):
    """A proposal as it grows: lines by section, and the findings so far."""

    regulation: str
    title: str
    complete: bool = False
    structure: list[str] = []
    chart: list[str] = []
    workflows: list[str] = []
    header: list[str] = []
    closed: list[str] = []
    replaced: list[tuple[str, str]] = []
    expected: list[Row] = []

    def add(self, passage: Passage, cast: Mapping[str, str]) -> None:
        """Put in a passage with the names of its cast."""
        for section, text in (
            (self.structure, passage.structure),
            (self.chart, passage.chart),
            (self.workflows, passage.workflow),
        ):
            if text:
                section.append(text.format_map(cast))
        self.header += [line.format_map(cast) for line in passage.header]
        self.closed += [unit.format_map(cast) for unit in passage.closed]
        self.replaced += [
            (before.format_map(cast), after.format_map(cast)) for before, after in passage.replace
        ]
        self.expected += passage.rows(cast)

    def text(self) -> str:
        """The source; sections that hold nothing are left out.

        Raises `ValueError` if words that a passage replaces do not stand there just once.
        """
        parts = ["\n".join(self._header())]
        if self.structure or self.chart:
            parts.append("STRUKTUR")
        parts += ["\n".join(self.structure)] if self.structure else []
        parts += ["BAGAN", "\n".join(self.chart)] if self.chart else []
        parts += self.workflows
        text = "\n\n".join(parts) + "\n"
        for before, after in self.replaced:
            if text.count(before) != 1:
                raise ValueError(f"stands {text.count(before)} times: {before!r}")
            text = text.replace(before, after)
        return text

    def _header(self) -> Iterable[str]:
        law = where_alone(regulation(self.regulation))
        scope = "lengkap" if self.complete else "sebagian"
        if self.closed:
            scope = "lengkap untuk " + "; ".join(self.closed)
        lines = {
            "USULAN": self.title,
            "DAERAH": law.region,
            "DASAR": law.cited,
            "TANGGAL": f"1 Maret {law.year + 1}",
            "LINGKUP": scope,
        }
        added = [line.split(" : ", 1) for line in self.header]
        for key, value in added:
            if key in lines and key != "DASAR":
                lines[key] = value
        if any(key == "RANCANGAN" for key, _ in added):
            del lines["USULAN"]
        yield from (f"{key:<8}: {value}" for key, value in lines.items())
        yield from (f"{key:<8}: {value}" for key, value in added if key not in lines)
        yield from (f"{key:<8}: {value}" for key, value in added if key == "DASAR")
