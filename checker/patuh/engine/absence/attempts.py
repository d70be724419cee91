"""Why an atom does not hold: for each rule, how far its body could be satisfied.

For every rule whose head fits the wanted atom the body is joined literal by literal, in the
order written as far as variables allow; the first literal that no candidate passes is the
condition that failed. Candidates are bounded, so the cost of one question does not grow with
the number of ways to fail it.
"""

from collections.abc import Mapping, Sequence

from clingo import Symbol
from msgspec import Struct
from msgspec.structs import replace

from patuh.engine.absence.matching import (
    AtomIndex,
    Env,
    Pattern,
    holds,
    match,
    match_all,
    ordered,
    pattern_of,
)
from patuh.engine.atoms.derivation import (
    FINDING,
    FINDING_ON_LINE,
    Atom,
    Literal,
    Signature,
)
from patuh.engine.atoms.terms import ANONYMOUS, atom, value
from patuh.engine.rules.templates import Compound, Condition, Constant, Rule

Rules = Mapping[Signature, Sequence[Rule]]
"""The rules by the predicate that they define."""

MOST_CANDIDATES = 50
MOST_NEAR = 3
MOST_REASONS = 3
DEEPEST = 3


class Near(Struct, frozen=True):
    """An atom that misses the condition by one argument; `position` says which."""

    atom: Atom
    position: int


class Attempt(Struct, frozen=True):
    """How far one rule got: `held` were satisfied, `failed` by none of the candidates.

    For a failed negative literal `against` are the atoms that hold and switch the rule off;
    for a failed positive one `near` are atoms that almost fit and `near_count` how many.
    """

    rule: str
    held: tuple[Literal, ...]
    failed: Literal
    near: tuple[Near, ...] = ()
    near_count: int = 0
    against: tuple[Atom, ...] = ()
    reasons: tuple["Attempt", ...] = ()
    """Why the failed literal itself does not hold, where rules define it."""


class Absence(Struct, frozen=True):
    """A wanted atom (None stands for anything) and the attempts to derive it.

    Without rules the predicate is a fact of proposal or law: then `near` are the facts that
    almost fit.
    """

    predicate: str
    pattern: tuple[object, ...]
    attempts: tuple[Attempt, ...] = ()
    near: tuple[Near, ...] = ()
    near_count: int = 0
    rules: int = 0


def why_absent(
    name: str, pattern: Pattern, rules: Rules, index: AtomIndex, depth: int = 0
) -> Absence:
    """Why no atom `name(pattern)` holds, deepest attempts first."""
    fitting = [
        (rule, env)
        for rule in rules.get((name, len(pattern)), ())
        if (env := match_all(rule.head.parts, pattern, {})) is not None
    ]
    attempts = [
        attempt
        for rule, env in fitting
        if (attempt := _attempt(rule, env, rules, index, depth)) is not None
    ]
    attempts.sort(key=lambda attempt: (-len(attempt.held), attempt.rule))
    near, count = ((), 0) if fitting else near_misses(name, pattern, index)
    shown = tuple(None if term is None else value(term) for term in pattern)
    return Absence(name, shown, tuple(attempts), near, count, len(fitting))


def why_not(
    check: str, subject: Symbol, rules: Rules, index: AtomIndex
) -> list[tuple[str, Attempt | None]]:
    """For each case of a check how far its rule gets for a subject; None if it fires.

    The subject is the first term of `Isi`. Pairs (case, attempt), the rules in order.
    """
    found: list[tuple[str, Attempt | None]] = []
    own = [rule for head in (FINDING, FINDING_ON_LINE) for rule in rules.get(head, ())]
    for rule in sorted(own, key=lambda rule: rule.number):
        name, case, content = (rule.head.parts[position] for position in (2, 3, 5))
        if not isinstance(name, Constant) or name.text != check:
            continue
        first = content
        for _ in range(2):
            assert isinstance(first, Compound), rule
            first = first.parts[0]
        env = match(first, subject, {})
        if env is not None:
            shown = case.text if isinstance(case, Constant) else str(case)
            found.append((shown, _attempt(rule, env, rules, index)))
    return found


def near_misses(name: str, pattern: Pattern, index: AtomIndex) -> tuple[tuple[Near, ...], int]:
    """The atoms that agree with the pattern in all bound arguments but one, and their number."""
    bound = [position for position, term in enumerate(pattern) if term is not None]
    found: dict[str, Near] = {}
    count = 0
    for position in reversed(bound):
        relaxed = [term if here != position else None for here, term in enumerate(pattern)]
        if len(bound) == 1:
            break
        for symbol in index.matching(name, relaxed):
            count += 1
            if len(found) < MOST_NEAR:
                found.setdefault(str(symbol), Near(atom(symbol), position))
        if found:
            break
    return tuple(found.values()), count


def _attempt(
    rule: Rule, env: Env, rules: Rules, index: AtomIndex, depth: int = 0
) -> Attempt | None:
    """How far the rule gets from `env`; None if it fires after all."""
    frontier = [env]
    held: list[Condition] = []
    for literal in ordered(rule.body, env):
        following: list[Env] = []
        for current in frontier:
            following.extend(holds(literal, current, index))
            if len(following) >= MOST_CANDIDATES:
                break
        if not following:
            failed = _failed(rule, held, literal, frontier[0], index)
            if literal.atom is not None and literal.kind == "positive" and depth < DEEPEST:
                pattern = pattern_of(literal.atom, frontier[0])
                deeper = why_absent(literal.atom.name, pattern, rules, index, depth + 1)
                return replace(failed, reasons=deeper.attempts[:MOST_REASONS])
            return failed
        frontier = following[:MOST_CANDIDATES]
        held.append(literal)
    return None


def _failed(
    rule: Rule, held: Sequence[Condition], literal: Condition, env: Env, index: AtomIndex
) -> Attempt:
    shown = tuple(ground(part, env) for part in held)
    failed = ground(literal, env)
    if literal.atom is None:
        return Attempt(rule.place, shown, failed)
    name, pattern = literal.atom.name, pattern_of(literal.atom, env)
    if literal.kind == "negative":
        against = tuple(map(atom, index.matching(name, pattern)))
        return Attempt(rule.place, shown, failed, against=against[:MOST_NEAR])
    near, count = near_misses(name, pattern, index)
    return Attempt(rule.place, shown, failed, near, count)


def ground(literal: Condition, env: Env) -> Literal:
    """A literal under `env`; what is still open is shown as the anonymous variable."""
    if literal.atom is None:
        return Literal(literal.kind, Atom("", (), literal.text))
    name, found = literal.atom.name, pattern_of(literal.atom, env)
    texts = [ANONYMOUS if part is None else str(part) for part in found]
    values = tuple([ANONYMOUS if part is None else value(part) for part in found])
    return Literal(
        literal.kind, Atom(name, values, f"{name}({','.join(texts)})" if texts else name)
    )
