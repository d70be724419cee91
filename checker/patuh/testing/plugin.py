"""The pytest plugin: proposals with expectations are tests (docs/testing.md).

pytest loads this module at every start, so it imports of patuh only what a test needs, and
only when the test runs.
"""

import codecs
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from patuh.messages import say

if TYPE_CHECKING:
    from patuh.finding import Result
    from patuh.report.expectations import Row

SUFFIX = ".sotk"
_CHANGES = ("baru", "hilang")
"""Lines on what a revision shall change are no test by themselves: `patuh_intent`."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--patuh-update`, and the ini option `patuh_collect`."""
    group = parser.getgroup("patuh")
    group.addoption(
        "--patuh-update",
        action="store_true",
        help=say("expectations.update", "en"),
    )
    parser.addini("patuh_collect", say("expectations.collect", "en"), type="bool", default=True)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "SotkFile | None":
    """A `.sotk` file that states an expectation is a test."""
    if file_path.suffix != SUFFIX or not parent.config.getini("patuh_collect"):
        return None
    try:
        stated = _states(file_path.read_bytes())
    except OSError:
        return None
    return SotkFile.from_parent(parent, path=file_path) if stated else None


def _states(data: bytes) -> bool:
    """Whether a line begins with `#!`, in any encoding that `patuh check` reads."""
    wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    text = data.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    marked = (line.lstrip() for line in text.splitlines() if line.lstrip().startswith("#!"))
    return any(line[2:].split()[:1] not in [[word] for word in _CHANGES] for line in marked)


class SotkFile(pytest.File):
    """A proposal with expectations."""

    def collect(self) -> "Iterator[SotkItem]":
        """Its one test."""
        yield SotkItem.from_parent(self, name="findings")


class Mismatch(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """The findings are not those expected; the text is the whole report."""


class SotkItem(pytest.Item):
    """The findings of the proposal are those it states."""

    def runtest(self) -> None:
        """Check, compare, and with `--patuh-update` rewrite."""
        from patuh.checking import check
        from patuh.cli.outputs.files import replace_text
        from patuh.inputs.paths import reason
        from patuh.report.expectations import expectation, found, rewritten
        from patuh.testing.told import confirm, difference
        from patuh_parser.sotk.lines.characters import decode

        data = self.path.read_bytes()
        source = decode(data, str(self.path))
        expected = expectation(source)
        if expected is None:
            return
        rows = found(check(data, str(self.path), proofs=False))
        confirm(expected, rows)
        missing, extra = expected.failures(rows)
        if not missing and not extra:
            return
        if self.config.getoption("--patuh-update") and expected.exactly is not None:
            try:
                replace_text(self.path, rewritten(source, rows.elements()), source)
            except OSError as error:
                told = say("calls.not_written", "id", path=self.path, reason=reason(error))
                raise Mismatch(told) from None
            never = type(expected)(None, expected.never)
            missing, extra = never.failures(rows)
            if not extra:
                return
        raise Mismatch(difference(check(data, str(self.path)), missing, extra))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any) -> Any:
        """The difference; errors of the text as `patuh check` prints them."""
        from patuh.testing.told import unread

        if isinstance(excinfo.value, Mismatch):
            return str(excinfo.value)
        return unread(self.path, excinfo.value) or super().repr_failure(excinfo, *args)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the test stands."""
        return self.path, None, f"{self.path.name}: findings"


@pytest.fixture
def patuh_check() -> "Callable[..., Result]":
    """Checks a text: `patuh_check(text)` gives the `Result` of `patuh.checking.check`."""

    def run(text: str, **options: Any) -> "Result":
        from patuh.checking import check

        return check(text.encode(), "usulan.sotk", **options)

    return run


@pytest.fixture
def patuh_findings(patuh_check: "Callable[..., Result]") -> "Callable[..., Counter[Row]]":
    """The findings of a text: a `Counter` of (level, check, subject)."""

    def run(text: str, **options: Any) -> "Counter[Row]":
        from patuh.report.expectations import found

        return found(patuh_check(text, proofs=False, **options))

    return run


@pytest.fixture
def patuh_kb(
    tmp_path_factory: pytest.TempPathFactory,
) -> "Iterator[Callable[[Path | str], None]]":
    """Lays a folder over the knowledge base until the test ends: `patuh_kb(folder)`.

    The folder is that of `patuh check --kb-overlay`; raises
    `patuh.engine.overlays.overlay.OverlayError`.
    """
    from contextlib import ExitStack

    from patuh.engine.overlays.overlay import lay_over
    from patuh.knowledge.root import kb_root, use

    with ExitStack() as stack:

        def lay(folder: Path | str) -> None:
            target = tmp_path_factory.mktemp("kb")
            lay_over(kb_root(), Path(folder), target)
            stack.enter_context(use(target))

        yield lay


@pytest.fixture
def patuh_intent() -> "Callable[[Path | str, Path | str], None]":
    """Fails where a revision does not do what a proposal says: `patuh_intent(proposal, folder)`.

    `folder` is one that `patuh diff` takes; the lines are `#! baru …` and `#! hilang …`.
    """

    def confirm_intent(proposal: Path | str, folder: Path | str) -> None:
        from patuh.cli.outputs.intended import unfulfilled
        from patuh.finding import Unreadable
        from patuh.inputs.laid_over import knowledge_base
        from patuh.knowledge.root import kb_root
        from patuh.revision.impact import Impact

        with knowledge_base(str(folder)) as new:
            assert not isinstance(new, Unreadable), new.errors
            if failed := unfulfilled(str(proposal), Impact(kb_root(), new)):
                pytest.fail("\n".join([str(proposal), *failed]))

    return confirm_intent
