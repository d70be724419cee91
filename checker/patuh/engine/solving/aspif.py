"""Ground programs as lines of aspif, which a control reads faster than rules one by one."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import clingo

from patuh.engine.control import control


def rule(head: int | None, body: Sequence[int], *, choice: bool = False) -> str:
    """A line of aspif: a rule, or a constraint where there is no head."""
    heads = "0" if head is None else f"1 {head}"
    return " ".join([f"1 {choice:d} {heads} 0 {len(body)}", *map(str, body)])


def weight_rule(head: int | None, lower: int, body: Sequence[tuple[int, int]]) -> str:
    """A line of aspif: the sum of the weights of what holds is at least so much."""
    heads = "0" if head is None else f"1 {head}"
    return f"1 0 {heads} 1 {lower} {_weighted(body)}"


def minimize(priority: int, of: Sequence[tuple[int, int]]) -> str:
    """A line of aspif: what is to be made small."""
    return f"2 {priority} {_weighted(of)}"


def late_first(atoms: Iterable[int]) -> Iterator[str]:
    """Lines of aspif for a solver that goes by them: it tries without the last of these first."""
    for level, atom in enumerate(atoms, 1):
        yield f"7 5 {atom} {level} {level} 0"


def program(lines: Iterable[str], *options: str) -> clingo.Control:
    """A control with these lines of aspif."""
    made = control(*options)
    with TemporaryDirectory() as folder:
        path = Path(folder, "part.aspif")
        path.write_text("\n".join(["asp 1 0 0", *lines, "0", ""]), encoding="ascii")
        made.load_aspif([str(path)])
    return made


def _weighted(pairs: Sequence[tuple[int, int]]) -> str:
    return " ".join([str(len(pairs)), *(f"{one} {weight}" for one, weight in pairs)])
