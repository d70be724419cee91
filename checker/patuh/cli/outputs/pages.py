"""What is read on a terminal, shown there or written into a file."""

import sys
from collections.abc import Callable, Iterable

from patuh.cli.outputs.files import write
from patuh.cli.outputs.terminal import show, style_of
from patuh.report.terminal.style import Style


def tell(make: Callable[[Style], Iterable[str]], output: str | None) -> None:
    """The lines that `make` gives in a style: that of the terminal, or for a file the plain one."""
    if output is None:
        style = style_of(sys.stdout)
        show(make(style), style)
        return
    style = Style()
    write("".join(f"{style.clean(line)}\n" for line in make(style)), output)
