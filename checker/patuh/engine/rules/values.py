"""Which rules can fire, by the values that may stand in the places of their atoms.

That is more than the kinds of atoms tell (`patuh.engine.rules.living`): a variable that stands in
two atoms can only be what may stand in both. Of each place of a predicate the values are held that
facts and the heads of rules bring. A comparison counts where few values may stand on its sides;
aggregates and what is denied are left out of account, so that at worst a rule too many is kept.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from msgspec import Struct

from patuh.engine.rules.comparing import SIGNS, Values, compare
from patuh.engine.rules.kinds import OPEN, split

Held = dict[str, list[Values]]
"""Of each predicate ("unit/2") that may hold, the values in its places."""
Part = int | tuple[str, ...] | None
"""A place of an atom in a rule: the number of a variable, constants, or anything."""
Shape = tuple[str, tuple[Part, ...]]
"""An atom in a rule: its predicate and its places."""
Comparison = tuple[Part, str, Part]
"""Two places of a rule with the sign between them."""

# Compiled where they are used: what the tables hold needs none of them.
_ATOM = r"(?s)\s*(_*[a-z]\w*)\s*(?:\((.*)\))?\s*"
_VARIABLE = r"_*[A-Z]\w*"
_SIMPLE = r'_*[a-z]\w*|-?[0-9]+|"(?:[^"\\]|\\.)*"'
_INNER = r'"(?:[^"\\]|\\.)*"|\{[^{}]*\}'
_CONDITION = r" :- (?:not )?[a-z]\w*\((?:[0-9]+|\*)\)\.$"
_WHOLE_NUMBER = r"-?\b[0-9]+\b"
_COMPARED = rf"(?s)(.*?[^<>!=])({SIGNS})([^<>!=].*)"
_ARGUMENT = re.compile(r'"(?:[^"\\]|\\.)*"|[^", ]+')


class Outline(Struct, frozen=True, array_like=True):
    """The head of a rule, the atoms that it needs, the number of variables, and comparisons."""

    head: Shape
    needs: tuple[Shape, ...]
    variables: int
    compared: tuple[Comparison, ...] = ()


@lru_cache(maxsize=8192)
def outline(source: str, anything: frozenset[str]) -> Outline | None:
    """The outline of a statement; None where its head is no single atom.

    What is in `anything` may stand for any other constant.
    """
    numbers: dict[str, int] = {}
    head, _, body = source.rstrip().removesuffix(".").partition(":-")
    told = _shape(head, numbers, anything)
    # what stands behind a colon is not needed, and the comma does not end it
    literals = [] if ":" in re.sub(_INNER, "", body) else split(body, ",;")
    needs = tuple(one for part in literals if (one := _shape(part, numbers, anything)))
    signs = [found.groups() for one in literals if (found := re.fullmatch(_COMPARED, one))]
    sides = [
        (_part(left.strip(), numbers, anything), sign, _part(right.strip(), numbers, anything))
        for left, sign, right in signs
    ]
    compared = tuple(one for one in sides if one[0] is not None and one[2] is not None)
    return told and Outline(told, needs, len(numbers), compared)


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


def blurred(facts: str) -> str:
    """Facts with anything in the place of texts and numbers, so that few lines differ; those with a
    quotation mark in a text stay as they are."""
    if "\\" in facts:
        return facts
    numbered = OPEN.join(facts.split('"')[::2])
    return "\n".join(dict.fromkeys(re.sub(_WHOLE_NUMBER, OPEN, numbered).split("\n")))


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


_Constant = tuple[int, frozenset[str]]
_Variable = tuple[int, int]
"""A place of an atom, with what stands there: constants, or the number of a variable."""


class Rule(Struct, frozen=True, array_like=True):
    """A rule made ready: of what it needs only the places that tell anything.

    Of each atom the constants by their places, and the variables that stand elsewhere too.
    """

    variables: int
    needs: tuple[tuple[str, tuple[_Constant, ...], tuple[_Variable, ...]], ...]
    head: str
    parts: tuple[int | Values, ...]
    compared: tuple[tuple[int | Values, str, int | Values], ...]


Asking = dict[str, tuple[int, ...]]
"""Of each predicate the places of the rules that need it."""


def asking(asked: Iterable[Iterable[str]]) -> Asking:
    """Who asks, where each rule of some asks for these predicates."""
    found: dict[str, list[int]] = {}
    for place, names in enumerate(asked):
        for name in names:
            found.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


class Rules:
    """Rules by their places in an order that is best that of what they need.

    `asked` names the predicates that each needs, `asking` the same the other way round; what else
    there is of a rule `told` tells, when they may all hold for the first time.
    """

    def __init__(
        self, asked: Sequence[Sequence[str]], asking: Asking, told: Callable[[int], Rule]
    ) -> None:
        self._asked, self._asking, self._told = asked, asking, told
        self._known: dict[int, Rule] = {}

    def firing(self, values: Held, among: Sequence[int]) -> list[int]:
        """The places of those `among` them that can fire where `values`, which grows, may hold.

        They are gone through in their order, and again those that stand before what brought them
        something new.
        """
        found: dict[int, None] = {}
        every = frozenset(among)
        waiting: Collection[int] = every
        while waiting:
            again: set[int] = set()
            for place in sorted(waiting):
                if not all(map(values.__contains__, self._asked[place])):
                    continue
                rule = self._known.get(place)
                if rule is None:
                    rule = self._known[place] = self._told(place)
                bound = _bound(rule, values)
                if bound is None:
                    continue
                found[place] = None
                said = [bound[one] if isinstance(one, int) else one for one in rule.parts]
                if bring(values, rule.head, said):
                    asking = self._asking.get(rule.head, ())
                    again.update(p for p in asking if p <= place or p not in waiting)
            waiting = again & every
        return [*found]


def ready(rule: Outline) -> Rule:
    """The rule of an outline, with what a question needs told apart."""
    name, head = rule.head
    often = Counter(one for _, parts in rule.needs for one in parts if isinstance(one, int))
    sides = [side for left, _, right in rule.compared for side in (left, right)]
    often.update(one for one in (*head, *sides) if isinstance(one, int))
    needs = []
    for need, parts in rule.needs:
        constants, variables = [], []
        for at, one in enumerate(parts):
            if isinstance(one, tuple):
                constants.append((at, frozenset(one)))
            elif one is not None and often[one] > 1:
                variables.append((at, one))
        needs.append((need, tuple(constants), tuple(variables)))
    said = tuple(map(_stands, head))
    compared = tuple((_stands(left), sign, _stands(right)) for left, sign, right in rule.compared)
    return Rule(rule.variables, tuple(needs), name, said, compared)


def _stands(part: Part) -> int | Values:
    return frozenset(part) if isinstance(part, tuple) else part


def _bound(rule: Rule, values: Held) -> list[Values] | None:
    """What the variables of a rule may be; None if no value does for one of them."""
    bound: list[Values] = [None] * rule.variables
    for name, constants, variables in rule.needs:
        here = values[name]
        for at, constant in constants:
            may = here[at]
            if may is not None and may.isdisjoint(constant):
                return None
        for at, variable in variables:
            may = here[at]
            if may is None:
                continue
            other = bound[variable]
            if other is None:
                bound[variable] = may
            elif other is not may:
                both = other & may
                if not both:
                    return None
                bound[variable] = both
    for left, sign, right in rule.compared:
        if not compare(left, sign, right, bound):
            return None
    return bound
