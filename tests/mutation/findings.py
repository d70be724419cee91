"""The mutants of what a finding says: roles exchanged, the place moved, the case of a sister.

The written cases tell each finding whole (`tests/kb/test_told.py`), and those of drafts its case
and its sentence.
"""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from clingo import Function, ast

from mutation.rules import PROPOSALS, Rule, variables
from patuh.knowledge.messages import check_messages
from patuh.messages import holes

Change = tuple[str, ast.AST]
_CHECK, _CASE, _PLACE, _CONTENT = range(2, 6)
_NOWHERE = "kepala(usulan)"
"""Where a finding stands that has no place of its own."""
_UNITS = ("unit", "atasan", "atasan_lain", "asisten", "pemberi", "penerima", "mitra", "induk")
"""Roles that a unit fills."""
_LINE = re.compile(r"[GK]\w?")
"""How rules name the variable of a sentence."""


def told_changes(rule: Rule) -> Iterator[Change]:
    """Changes of the head of a finding; none of other rules."""
    head = rule.node.head
    term = head.atom.symbol
    for at, change, other in _arguments(rule, term):
        arguments = [*term.arguments[:at], other, *term.arguments[at + 1 :]]
        atom = head.atom.update(symbol=term.update(arguments=arguments))
        yield f"{change} in the head", rule.node.update(head=head.update(atom=atom))


def _arguments(rule: Rule, term: ast.AST) -> Iterator[tuple[int, str, ast.AST]]:
    for change, content in _roles(term.arguments[_CONTENT]):
        yield _CONTENT, change, content
    if (sister := _sister(term)) is not None:
        yield _CASE, f"tell the case {sister}", _term(term.location, sister)
    if rule.part == PROPOSALS:
        for place in _places(rule, term):
            yield _PLACE, f"move the place to {place}", _term(term.location, place)


def _roles(content: ast.AST) -> Iterator[Change]:
    """What a finding speaks of: its subject is the first of the named terms."""
    parts = roles(content)
    if any(len(part.arguments) != 1 for part in parts):
        return
    for first, second in combinations(range(len(parts)), 2):
        swapped = list(parts)
        swapped[first] = parts[first].update(arguments=parts[second].arguments)
        swapped[second] = parts[second].update(arguments=parts[first].arguments)
        names = f"{parts[first].name} and {parts[second].name}"
        change = "swap the terms" if (first, second) == (0, 1) else f"exchange {names}"
        yield change, content.update(arguments=swapped)


def roles(content: ast.AST) -> list[ast.AST]:
    """The named terms of the content of a finding; none if its form is another."""
    if getattr(content, "name", None) == "":
        return [part for part in content.arguments if getattr(part, "arguments", ())]
    return []


def _sister(term: ast.AST) -> str | None:
    """The case of the same check that comes next, of those that its terms can tell."""
    check, case = str(term.arguments[_CHECK]), str(term.arguments[_CASE])
    said = check_messages("id").get(check)
    if said is None or case not in said.cases:
        return None
    names = list(said.cases)
    at = names.index(case)
    others = [*names[at + 1 :], *names[:at]]
    given = {part.name for part in roles(term.arguments[_CONTENT])}
    able = [name for name in others if set(holes(said.cases[name].sentence)) <= given]
    return next(iter([*able, *others]), None)


def _places(rule: Rule, term: ast.AST) -> list[str]:
    """Other places that the variables of the rule can name."""
    place = term.arguments[_PLACE]
    content = roles(term.arguments[_CONTENT])
    inside = [str(one) for one in getattr(place, "arguments", ())]
    found: list[str] = []
    if inside and place.name in ("langkah", "atribut"):
        found.append(f"alur({inside[0]})")
    if inside and place.name in ("langkah", "alur"):
        found += [f"langkah({inside[0]},{step})" for step in _steps(rule, inside[0])]
    if _LINE.fullmatch(str(place)):
        found += [name for name in _bound(rule) if _LINE.fullmatch(name)]
    units = [str(part.arguments[0]) for part in content if part.name in _UNITS]
    found += [f"satuan({unit})" for unit in units if variables(unit)]
    return [one for one in dict.fromkeys([*found, _NOWHERE]) if one != str(place)]


def _bound(rule: Rule) -> list[str]:
    """The variables that a positive condition gives, in their order."""
    positive = (str(one) for one in rule.node.body if one.sign == ast.Sign.NoSign)
    return list(dict.fromkeys(name for text in positive for name in variables(text)))


def _steps(rule: Rule, flow: str) -> list[str]:
    """The variables that stand behind that of the workflow: mostly numbers of steps."""
    found: list[str] = []
    for literal in rule.node.body:
        term = getattr(literal.atom, "symbol", None)
        if literal.sign != ast.Sign.NoSign or not getattr(term, "name", "").startswith("langkah"):
            continue
        arguments = [str(one) for one in term.arguments]
        found += [b for a, b in pairwise(arguments) if a == flow]
    return [name for name in dict.fromkeys(found) if variables(name) and name != "_"]


def _term(location: ast.Location, text: str) -> ast.AST:
    """The term of a text of constants and variables."""
    name, _, rest = text.partition("(")
    if rest:
        parts = [_term(location, part) for part in rest.removesuffix(")").split(",")]
        return ast.Function(location, name, parts, 0)
    if variables(text):
        return ast.Variable(location, text)
    return ast.SymbolicTerm(location, Function(text))
