"""What the strategies draw: a text, and the findings that it must give."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from hypothesis import currently_in_test_context
from hypothesis.control import current_build_context
from msgspec import Struct

from patuh.report.expectations import Row, found, rewritten


class Drawn(Struct, frozen=True):
    """A proposal or draft, with the findings that it must give: these and no others."""

    text: str
    """The source, as a file would hold it."""
    expected: Counter[Row]
    """Every finding as (level, check, subject) that rests on the regulation of the region or on
    drafting law; empty if the text complies."""
    faults: tuple[str, ...] = ()
    """The names of the faults that were planted, such as "h7.langsung"."""
    suffix: str = ".sotk"
    """The ending of a file that holds the text: `.sotk` for a proposal, `.txt` for a draft."""

    def as_file(self) -> str:
        """The text to paste into a file; of a proposal with its findings as `#!` lines."""
        if self.suffix != ".sotk":
            return self.text
        return rewritten(self.text, self.expected.elements())

    def findings(self) -> Counter[Row]:
        """The findings that patuh gives, to be compared with `expected`: those that rest on the
        regulations of regions, without national law.

        Raises the errors of `patuh.checking.check` and `patuh.draft_checking.check_draft`.
        """
        data, path = self.text.encode(), f"drawn{self.suffix}"
        if self.suffix == ".sotk":
            from patuh.checking import check
            from patuh.knowledge.regulations import only, regulations

            with only(law.id for law in regulations()):
                return found(check(data, path, proofs=False))
        from patuh.draft_checking import check_draft

        return found(check_draft(data, path))

    def __repr__(self) -> str:
        """The text as it would stand in a file, for a shell or a plain print."""
        return self.as_file()

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """In the call that failed only a name: Hypothesis would indent the text."""
        lines = self.text.count("\n")
        faults = ", ".join(self.faults) or "none"
        printer.text(f"<{self.suffix} text of {lines} lines, planted: {faults}; printed apart>")


def drawn(
    text: str, expected: Iterable[Row], faults: Iterable[str] = (), suffix: str = ".sotk"
) -> Drawn:
    """The value of a strategy; in the last run of a failing property its text is printed.

    Printed, not noted: pytest puts `E` before every line of a note, and what it captures of
    the output it shows as it is, so that the text can be pasted into a file.
    """
    value = Drawn(text, Counter(expected), tuple(faults), suffix)
    if currently_in_test_context() and current_build_context().is_final:
        print(f"# --- drawn{suffix}\n{value.as_file()}# --- end")
    return value
