"""Which units can stand where, whatever a proposal says, or more.

A unit of every sort stands for all of its sort: what may be said of names and places is taken as
said, and norms that name a unit name that one too. From this the rules derive what they can; what
else they ask for, and what they deny, is left out, but for sorts. Who stands nowhere here does so
nowhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from clingo import ast

from mutation.examples import (
    GIVEN,
    SUPPOSED,
    TERM,
    any_of,
    called,
    derived,
    exemplary,
    facts,
    names_one,
    units,
)
from mutation.rules import PROPOSALS, Rule, base, norms, variables

Place = tuple[str, int]
"""A predicate, and the number of one of its arguments."""
Asked = tuple[Rule, str]
"""A rule, and one of its variables."""


@cache
def domains(law: str) -> Mapping[Place, frozenset[str]]:
    """Which units may stand where under a regulation: anything in what is stated."""
    found: dict[Place, frozenset[str]] = defaultdict(lambda: frozenset(units()))
    found |= _standing(law)
    heads = [
        (rule, at, argument)
        for rule in _rules(law)
        if rule.gives not in _known(law)
        for at, argument in enumerate(_arguments(rule.node.head.atom.symbol))
    ]
    found |= {(rule.gives, at): frozenset() for rule, at, _ in heads}
    asked = [(rule, str(part)) for rule, _, part in heads if _is_variable(part)]
    allowed = may_stand(asked, law)
    waiting = [
        ((rule.gives, at), *(allowed.get((rule, str(part))) or (_named_in(part, law), [])))
        for rule, at, part in heads
    ]
    grown = True
    while grown:
        grown = False
        for place, left, places in waiting:
            more = left.intersection(*(found[one] for one in places))
            if not more <= found[place]:
                found[place] |= more
                grown = True
    return found


def may_stand(asked: Iterable[Asked], law: str) -> dict[Asked, tuple[frozenset[str], list[Place]]]:
    """The units that a variable may be by what is known, and where else they must stand."""
    every = list(dict.fromkeys(asked))
    queries = []
    for number, (rule, name) in enumerate(every):
        body = [f"unit({name},_)", *_kept(rule, _known(law), law)[0]]
        queries.append(f"sampai_({number},{name}) :- {'; '.join(body)}.")
    found: dict[int, set[str]] = defaultdict(set)
    for symbol in derived("\n".join([_world(law), *queries]), "sampai_", 2):
        found[symbol.arguments[0].number].add(str(symbol.arguments[1]))
    return {
        one: (frozenset(found[number]), _elsewhere(*one, law)) for number, one in enumerate(every)
    }


def _elsewhere(rule: Rule, variable: str, law: str) -> list[Place]:
    """The places of a variable in what is not known."""
    return [
        (name, at)
        for name, term in _asked(rule)
        if name not in _known(law) and not name.startswith("temuan")
        for at, part in enumerate(_arguments(term))
        if _is_variable(part) and str(part) == variable
    ]


def _asked(rule: Rule) -> Iterator[tuple[str, ast.AST]]:
    """What a rule asks for, but for what is a pool of atoms."""
    for one in rule.node.body:
        if _is_atom(one) and one.sign == ast.Sign.NoSign and hasattr(one.atom.symbol, "name"):
            yield _name_of(one), one.atom.symbol


@cache
def _known(law: str) -> frozenset[str]:
    """The predicates of which the rules derive what they can: all of whose rules keep what binds
    their heads."""
    rules = _rules(law)
    known = {one.gives for one in rules} | {*GIVEN, *SUPPOSED} | _norms()
    while lost := {
        one.gives
        for one in rules
        if one.gives in known and not {*variables(str(one.node.head))} <= _kept(one, known, law)[1]
    }:
        known -= lost
    return frozenset(known)


def _kept(rule: Rule, known: Iterable[str], law: str) -> tuple[list[str], set[str]]:
    """Of the conditions of a rule what is known and what keeps out sorts, and what they bind."""
    body = rule.node.body
    positive = [
        one
        for one in body
        if _is_atom(one) and one.sign == ast.Sign.NoSign and _name_of(one) in known
    ]
    bound = {name for one in positive for name in variables(str(one))} | {"_"}
    others = [
        one
        for one in body
        if one not in positive and {*variables(str(one))} <= bound and _keeps_out(one, law)
    ]
    return [any_of(str(one), law) for one in (*positive, *others)], bound


def _keeps_out(literal: ast.AST, law: str) -> bool:
    """Whether a unit of a sort is kept out just where all of the sort are."""
    if _is_atom(literal):
        return literal.sign == ast.Sign.Negation and _name_of(literal) in _of_sorts(law)
    comparison = literal.atom.ast_type == ast.ASTType.Comparison
    return comparison and len({*variables(str(literal))}) == 1 and not names_one(str(literal), law)


@cache
def _fixed() -> frozenset[str]:
    """The predicates that rest on sorts and norms alone."""
    rules = [one for one in base().rules if not one.gives.startswith("temuan")]
    needs: dict[str, set[str]] = {}
    for rule in rules:
        needs.setdefault(rule.gives, set()).update(rule.needs)
    found = set(needs)
    while beyond := {one for one in found if needs[one] - found - {*GIVEN}}:
        found -= beyond
    return frozenset({*found, *GIVEN, *_norms()})


@cache
def _of_sorts(law: str) -> frozenset[str]:
    """Those of them that name no unit but the offices."""
    rules = [one.text for one in _rules(law) if one.gives in _fixed()]
    named = {
        f"{symbol.name}/{len(symbol.arguments)}"
        for symbol in derived("\n".join([facts(law), *rules]))
        if any(str(one) in called(law) for one in symbol.arguments)
    }
    return _fixed() - named


@cache
def _norms() -> frozenset[str]:
    return frozenset(f"{name}/{len(rows[0])}" for name, rows in norms(PROPOSALS).items())


@cache
def _rules(law: str) -> list[Rule]:
    """The rules under a regulation, but those of findings."""
    every = (one for one in base().rules if one.holds_under(law) and one.gives not in GIVEN)
    return [one for one in every if not one.gives.startswith("temuan")]


@cache
def _world(law: str) -> str:
    """What is supposed, and the rules as far as they rest on it."""
    text = [facts(law)]
    for rule in _rules(law):
        if rule.gives in _known(law):
            body = "; ".join(_kept(rule, _known(law), law)[0])
            head = str(rule.node.head)
            text += [f"{one} :- {body}." if body else f"{one}." for one in exemplary(head, law)]
    return "\n".join(text)


@cache
def _standing(law: str) -> dict[Place, frozenset[str]]:
    """The units in the places of what is known."""
    found: dict[Place, set[str]] = {}
    for name in _known(law):
        found |= {(name, at): set() for at in range(int(name.rpartition("/")[2]))}
    for symbol in derived(_world(law)):
        name = f"{symbol.name}/{len(symbol.arguments)}"
        for at, part in enumerate(map(str, symbol.arguments)):
            if part in units():
                found[name, at].add(part)
    return {place: frozenset(standing) for place, standing in found.items()}


def _named_in(argument: ast.AST, law: str) -> frozenset[str]:
    """The units that an argument of a head names."""
    text = " ".join(exemplary(str(argument), law))
    return frozenset(one for one in TERM.findall(text) if one in units())


def _is_atom(literal: ast.AST) -> bool:
    return literal.atom.ast_type == ast.ASTType.SymbolicAtom


def _name_of(literal: ast.AST) -> str:
    term = literal.atom.symbol
    return f"{term.name}/{len(term.arguments)}" if hasattr(term, "name") else "a pool"


def _arguments(term: ast.AST) -> Iterable[ast.AST]:
    return getattr(term, "arguments", ())


def _is_variable(term: ast.AST) -> bool:
    return term.ast_type == ast.ASTType.Variable
