"""Lines of a proposal, each with the unit of a draft that it is taken from."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.legal.ids import ProvisionIdError, label
from patuh_parser.legal.model import Node


class Written(Struct, frozen=True):
    """A line; without the line `under`, by its number, it says nothing, nor does one that `opens`
    a list without an entry. `others` are other words for it, likelier ones first; one without
    `text` cannot be said."""

    text: str
    node: Node
    under: int | None = None
    opens: bool = False
    others: tuple[str, ...] = ()


Lines = Mapping[int, Written]
"""Lines by number, in their order."""


def without(lines: Lines, wrong: Collection[int]) -> Lines:
    """The lines with these in other words, or without them and all that rests on them."""
    kept: dict[int, Written] = {}
    for at, line in lines.items():
        if at in wrong and line.others:
            kept[at] = replace(line, text=line.others[0], others=line.others[1:])
        elif at not in wrong and (line.under is None or line.under in kept):
            kept[at] = line
    filled: set[int | None] = set()
    for at in reversed(kept):
        if kept[at].opens and at not in filled:
            continue
        filled |= {at, kept[at].under}
    return {at: line for at, line in kept.items() if at in filled}


def rendered(head: Sequence[str], lines: Lines, told: Iterable[str] = ()) -> tuple[str, list[int]]:
    """The text of a proposal, and for each line of it the number of its line, 0 for others."""
    text, numbers = list(head), [0] * len(head)
    for at, line in lines.items():
        if line.under is None:
            text += ["", f"# {provision(line.node)}"]
            numbers += [0, 0]
        text.append(line.text)
        numbers.append(at)
    rest = ["", *(f"# {line}" for line in told)]
    return "\n".join([*text, *(rest if rest[1:] else ())]) + "\n", numbers


def provision(node: Node) -> str:
    """How a unit of a draft is cited."""
    try:
        return label((node.id or "").partition("#")[0])
    except ProvisionIdError:
        return f"{node.kind.capitalize()} {node.bare}".strip()
