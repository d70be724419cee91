"""The attempts behind an absence, as nodes of a proof: how near the proposal came."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from patuh.engine.absence.attempts import Absence, Attempt, Near
from patuh.engine.atoms.derivation import Atom, Literal
from patuh.finding import Place, Proof

WhyAbsent = Callable[[Atom], Absence]
MOST_ATTEMPTS = 2


def with_absences(proof: Proof, why_absent: WhyAbsent, places: Mapping[str, Place]) -> Proof:
    """The proof with the attempts below every absence in it."""
    seen: dict[str, tuple[Proof, ...]] = {}

    def visit(node: Proof) -> Proof:
        if node.kind == "absence" and node.predicate:
            if node.atom not in seen:
                atom = Atom(node.predicate, node.arguments, node.atom)
                seen[node.atom] = _attempts(why_absent(atom), places)
            return replace(node, children=seen[node.atom])
        if not node.children:
            return node
        return replace(node, children=tuple(map(visit, node.children)))

    return visit(proof)


def _attempts(absence: Absence, places: Mapping[str, Place]) -> tuple[Proof, ...]:
    """The attempts that got furthest; for a plain fact what comes nearest to it."""
    if not absence.rules:
        return tuple(_near(near, places) for near in absence.near)
    return tuple(_attempt(attempt, places) for attempt in absence.attempts[:MOST_ATTEMPTS])


def _attempt(attempt: Attempt, places: Mapping[str, Place]) -> Proof:
    held = tuple(_literal(literal, places) for literal in attempt.held)
    if attempt.against:
        below = tuple(_atom(atom, places) for atom in attempt.against)
    else:
        below = tuple(_near(near, places) for near in attempt.near)
        below += tuple(_attempt(reason, places) for reason in attempt.reasons[:1])
    failed = attempt.failed.atom
    negative = attempt.failed.kind == "negative"
    node = Proof("failed", failed.text, failed.predicate, failed.arguments, below)
    if negative:
        node = replace(node, atom=f"not {failed.text}")
    return Proof("attempt", attempt.rule, children=(*held, node), rule=attempt.rule)


def _literal(literal: Literal, places: Mapping[str, Place]) -> Proof:
    if literal.kind in {"comparison", "aggregate"}:
        return Proof("condition", literal.atom.text)
    if literal.kind == "negative":
        atom = literal.atom
        return Proof("absence", atom.text, atom.predicate, atom.arguments)
    return _atom(literal.atom, places)


def _atom(atom: Atom, places: Mapping[str, Place]) -> Proof:
    place = places.get(atom.text)
    if place is None:
        return Proof("known", atom.text, atom.predicate, atom.arguments)
    return Proof("sentence", atom.text, atom.predicate, atom.arguments, place=place)


def _near(near: Near, places: Mapping[str, Place]) -> Proof:
    place = places.get(near.atom.text)
    return Proof("near", near.atom.text, near.atom.predicate, near.atom.arguments, place=place)
