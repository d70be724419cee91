"""Which rules can fire, by the values that may stand in the places of their atoms.

That is more than the kinds of atoms tell (`patuh.engine.rules.living`): a variable that stands in
two atoms can only be what may stand in both. Of each place of a predicate the values are held that
facts and the heads of rules bring. Comparisons, aggregates and what is denied are left out of
account, so that at worst a rule too many is kept.
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from patuh.engine.rules.kinds import OPEN, split

Values = frozenset[str] | None
"""What may stand in a place; None: anything."""
Held = dict[str, list[Values]]
"""Of each predicate ("unit/2") that may hold, the values in its places."""
Part = int | tuple[str, ...] | None
"""A place of an atom in a rule: the number of a variable, constants, or anything."""
Shape = tuple[str, tuple[Part, ...]]
"""An atom in a rule: its predicate and its places."""

# Compiled where they are used: what the tables hold needs none of them.
_ATOM = r"(?s)\s*(_*[a-z]\w*)\s*(?:\((.*)\))?\s*"
_VARIABLE = r"_*[A-Z]\w*"
_SIMPLE = r'_*[a-z]\w*|-?[0-9]+|"(?:[^"\\]|\\.)*"'
_INNER = r'"(?:[^"\\]|\\.)*"|\{[^{}]*\}'
_CONDITION = r" :- (?:not )?[a-z]\w*\([0-9]+\)\.$"
_ARGUMENT = re.compile(r'"(?:[^"\\]|\\.)*"|[^", ]+')


class Outline(Struct, frozen=True, array_like=True):
    """The head of a rule, the atoms that it needs, and how many variables these have."""

    head: Shape
    needs: tuple[Shape, ...]
    variables: int


def outline(source: str, anything: AbstractSet[str]) -> Outline | None:
    """The outline of a statement; None where its head is no single atom.

    What is in `anything` may stand for any other constant.
    """
    numbers: dict[str, int] = {}
    head, _, body = source.rstrip().removesuffix(".").partition(":-")
    told = _shape(head, numbers, anything)
    # what stands behind a colon is not needed, and the comma does not end it
    literals = [] if ":" in re.sub(_INNER, "", body) else split(body, ",;")
    needs = tuple(one for part in literals if (one := _shape(part, numbers, anything)))
    return told and Outline(told, needs, len(numbers))


def _shape(literal: str, numbers: dict[str, int], anything: AbstractSet[str]) -> Shape | None:
    atom = re.fullmatch(_ATOM, literal)
    inner = (atom and atom[2]) or ""
    if atom is None or len(split(inner, ")")) > 1 or len(split(inner, ";")) > 1:
        return None
    parts = split(inner, ",") if inner else []
    return f"{atom[1]}/{len(parts)}", tuple(_part(one.strip(), numbers, anything) for one in parts)


def _part(part: str, numbers: dict[str, int], anything: AbstractSet[str]) -> Part:
    if re.fullmatch(_VARIABLE, part):
        return numbers.setdefault(part, len(numbers))
    pool = part[1:-1] if part.startswith("(") and part.endswith(")") else part
    every = tuple(one.strip() for one in split(pool, ";"))
    simple = all(re.fullmatch(_SIMPLE, one) for one in every)
    return every if simple and anything.isdisjoint(every) else None


def held(facts: str, anything: AbstractSet[str]) -> Held:
    """What facts that stand one on a line may hold, those on a condition as well."""
    rows: dict[str, list[Sequence[str]]] = {}
    for line in facts.split("\n"):
        if " :- " in line and (condition := re.search(_CONDITION, line)):
            line = f"{line[: condition.start()]}."
        name, bracket, inner = line.partition("(")
        parts: Sequence[str] = ()
        if bracket:
            inner = inner.rpartition(")")[0]
            flat = "(" not in inner
            every = _ARGUMENT.findall(inner) if flat else map(str.strip, split(inner, ","))
            parts = [OPEN if "(" in one and one[0] != '"' else one for one in every]
        if name:
            rows.setdefault(f"{name.rstrip('.')}/{len(parts)}", []).append(parts)
    return {name: _columns(every, anything) for name, every in rows.items()}


def _columns(rows: Iterable[Sequence[str]], anything: AbstractSet[str]) -> list[Values]:
    columns = map(frozenset, zip(*rows, strict=True))
    return [column if anything.isdisjoint(column) else None for column in columns]


def bring(into: Held, name: str, values: Sequence[Values]) -> bool:
    """Add what else a predicate may hold; whether any of it is new."""
    here = into.get(name)
    if here is None:
        into[name] = [*values]
        return True
    new = False
    for place, (old, more) in enumerate(zip(here, values, strict=True)):
        if old is not None and (more is None or not more <= old):
            here[place] = None if more is None else old | more
            new = True
    return new


def firing(rules: Sequence[tuple[int, Outline]], values: Held) -> set[int]:
    """The numbers of the rules that can fire where `values`, which grows, may hold.

    They are gone through in their order, which is best that of what they need, until nothing new
    is brought.
    """
    found: set[int] = set()
    clock, tried, changed = 0, dict.fromkeys((at for at, _ in rules), -1), dict[str, int]()
    again = True
    while again:
        again = False
        for index, rule in rules:
            last = tried[index]
            if last >= 0 and all(changed.get(name, 0) <= last for name, _ in rule.needs):
                continue
            clock += 1
            tried[index] = clock
            bound = _bound(rule, values)
            if bound is None:
                continue
            found.add(index)
            name, parts = rule.head
            said = [
                bound[one] if isinstance(one, int) else None if one is None else frozenset(one)
                for one in parts
            ]
            if bring(values, name, said):
                clock += 1
                changed[name] = clock
                again = True
    return found


def _bound(rule: Outline, values: Held) -> list[Values] | None:
    """What the variables of a rule may be; None if no value does for one of them."""
    bound: list[Values] = [None] * rule.variables
    for name, parts in rule.needs:
        here = values.get(name)
        if here is None:
            return None
        for part, may in zip(parts, here, strict=True):
            if may is None or part is None:
                continue
            if isinstance(part, int):
                other = bound[part]
                if other is None:
                    bound[part] = may
                elif other is not may:
                    both = other & may
                    if not both:
                        return None
                    bound[part] = both
            elif may.isdisjoint(part):
                return None
    return bound
