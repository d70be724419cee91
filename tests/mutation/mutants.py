"""The mutants of a rule: every small change to it that a case should notice."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from clingo import Function, Number, SymbolType, ast

from mutation.exemptions import exempting
from mutation.findings import told_changes
from mutation.rules import FINDINGS, Rule, laws, needed, norms

LEVELS = ("pelanggaran", "belum_lengkap", "peringatan", "catatan")
FRESH = "mutan"
_LESS = {
    ast.ComparisonOperator.LessThan: ast.ComparisonOperator.LessEqual,
    ast.ComparisonOperator.LessEqual: ast.ComparisonOperator.LessThan,
    ast.ComparisonOperator.GreaterThan: ast.ComparisonOperator.GreaterEqual,
    ast.ComparisonOperator.GreaterEqual: ast.ComparisonOperator.GreaterThan,
    ast.ComparisonOperator.Equal: ast.ComparisonOperator.NotEqual,
    ast.ComparisonOperator.NotEqual: ast.ComparisonOperator.Equal,
}
_VARIABLE = re.compile(r"\b_*[A-Z]\w*")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\b_*[A-Z]\w*')
_PROVISION = ('"pasal-', '"lampiran-', '"penjelasan.')
Change = tuple[str, ast.AST]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule in the place of another; `change` says what has changed."""

    rule: Rule
    change: str
    node: ast.AST | None = field(compare=False, repr=False)
    """None if the rule is deleted."""

    @property
    def name(self) -> str:
        """Which rule, and what has changed."""
        return f"{self.rule.name}: {self.change}"

    @property
    def needs(self) -> frozenset[str]:
        """What the rule needs before or after the change."""
        return self.rule.needs | (needed(self.node) if self.node else frozenset())

    @property
    def text(self) -> str:
        """The changed rule."""
        return str(self.node) if self.node else "(deleted)"


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Every mutant of a rule, each text once."""
    seen = {_canonical(str(rule.node))}
    yield Mutant(rule, "delete", None)
    for change, node in _changes(rule):
        text = _canonical(str(node))
        if text not in seen:
            seen.add(text)
            yield Mutant(rule, change, node)


def _canonical(text: str) -> str:
    """The text with its variables numbered, those that occur once anonymous."""
    names = Counter(_VARIABLE.findall(text))
    numbers: dict[str, str] = {}

    def number(match: re.Match[str]) -> str:
        name = match[0]
        if name[0] == '"' or name == "_":
            return name
        return "_" if names[name] == 1 else numbers.setdefault(name, f"V{len(numbers)}")

    return _TOKEN.sub(number, text)


def _changes(rule: Rule) -> Iterator[Change]:
    node = rule.node
    yield from _heads(node, rule)
    for index, literal in enumerate(node.body):
        if str(literal).startswith("tafsir("):
            continue  # no case sets a reading; tests/kb/test_readings.py switches each
        used = _used(node, index)
        said = _bindings(literal, used, rule.part)
        rest = [*node.body[:index], *node.body[index + 1 :]]
        if said is None or not said.issuperset((law,) for law in laws(rule.part)):
            yield f"drop `{literal}`", node.update(body=rest)
        for change, other in _literals(literal):
            if said is None or _bindings(other, used, rule.part) != said:
                body = [*node.body[:index], other, *node.body[index + 1 :]]
                yield f"{change} in `{literal}`", node.update(body=body)
    if rule.gives.startswith(FINDINGS):
        yield from told_changes(rule)
        yield from exempting(rule)


def _bindings(literal: ast.AST, used: set[str], part: str) -> frozenset[tuple[str, ...]] | None:
    """What a norm as a condition says of the variables that the rest of the rule uses.

    None if the literal is none. Norms are facts: where a change leaves this as it is, no
    proposal can tell it from the original, and at most the finding cites another provision.
    """
    term = getattr(literal.atom, "symbol", None)
    if literal.sign != ast.Sign.NoSign or getattr(term, "name", "") not in norms(part):
        return None
    arguments = [str(argument) for argument in term.arguments]
    if any(argument[0] == "(" for argument in arguments):
        return None
    wanted = sorted(used & set(arguments))
    found: set[tuple[str, ...]] = set()
    for norm in norms(part)[term.name]:
        env: dict[str, str] = {}
        if len(norm) == len(arguments) and all(
            given == said if not _VARIABLE.fullmatch(said) else env.setdefault(said, given) == given
            for said, given in zip(arguments, norm, strict=True)
            if said != "_"
        ):
            found.add(tuple(env[name] for name in wanted))
    return frozenset(found)


def _used(node: ast.AST, index: int) -> set[str]:
    """The variables of a rule without one of its literals."""
    others = [node.head, *node.body[:index], *node.body[index + 1 :]]
    return {name for other in others for name in _VARIABLE.findall(str(other))}


def _heads(node: ast.AST, rule: Rule) -> Iterator[Change]:
    """The arguments of the head; what a finding says besides is in `mutation.findings`."""
    term = node.head.atom.symbol
    for change, other in _terms(term, FRESH, _observed(term, rule)):
        atom = node.head.atom.update(symbol=other)
        yield f"{change} in the head", node.update(head=node.head.update(atom=atom))


def _observed(term: ast.AST, rule: Rule) -> list[int]:
    """The arguments of a head that a change is tried on: not the regulation, not the provision."""
    count = len(getattr(term, "arguments", ()))
    if term.ast_type == ast.ASTType.Pool:
        return []
    if term.name in FINDINGS:
        return [0]
    norm = rule.law and count > 1 and str(term.arguments[-1]).startswith(_PROVISION)
    return list(range(1, count - 1) if norm else range(count))


def _literals(literal: ast.AST) -> Iterator[Change]:
    atom = literal.atom
    if literal.sign == ast.Sign.NoSign and atom.ast_type != ast.ASTType.Comparison:
        yield "add not", literal.update(sign=ast.Sign.Negation)
    elif literal.sign == ast.Sign.Negation:
        yield "remove not", literal.update(sign=ast.Sign.NoSign)
    if atom.ast_type == ast.ASTType.SymbolicAtom:
        for change, other in _terms(atom.symbol, "_"):
            yield change, literal.update(atom=atom.update(symbol=other))
    elif atom.ast_type == ast.ASTType.Comparison:
        for change, other in _comparisons(atom):
            yield change, literal.update(atom=other)
    elif atom.ast_type == ast.ASTType.BodyAggregate:
        for change, other in _aggregates(atom):
            yield change, literal.update(atom=other)


def _comparisons(atom: ast.AST) -> Iterator[Change]:
    for term in _numbers(atom.term):
        yield f"change to {term}", atom.update(term=term)
    for index, guard in enumerate(atom.guards):
        before, after = atom.guards[:index], atom.guards[index + 1 :]
        other = guard.update(comparison=_LESS[guard.comparison])
        yield "weaken the comparison", atom.update(guards=[*before, other, *after])
        for term in _numbers(guard.term):
            changed = guard.update(term=term)
            yield f"change to {term}", atom.update(guards=[*before, changed, *after])


def _aggregates(atom: ast.AST) -> Iterator[Change]:
    swapped = {
        ast.AggregateFunction.Min: ast.AggregateFunction.Max,
        ast.AggregateFunction.Max: ast.AggregateFunction.Min,
    }
    if atom.function in swapped:
        yield "swap #min and #max", atom.update(function=swapped[atom.function])
    for side in ("left_guard", "right_guard"):
        guard = getattr(atom, side)
        for term in _numbers(guard.term) if guard else ():
            yield f"change to {term}", atom.update(**{side: guard.update(term=term)})
    for place, element in enumerate(atom.elements):
        others = list(atom.elements)
        if len(others) > 1:
            yield (
                f"drop element `{element}`",
                atom.update(elements=[*others[:place], *others[place + 1 :]]),
            )
        for index, condition in enumerate(element.condition):
            rest = [*element.condition[:index], *element.condition[index + 1 :]]
            for change, new in [(f"drop `{condition}`", rest)] + [
                (
                    f"{change} in `{condition}`",
                    [*element.condition[:index], other, *element.condition[index + 1 :]],
                )
                for change, other in _literals(condition)
            ]:
                others[place] = element.update(condition=new)
                yield change, atom.update(elements=others)
            others[place] = element


def _numbers(term: ast.AST) -> Iterator[ast.AST]:
    """The term with one of its numbers, at whatever depth, a step less or more."""
    if term.ast_type == ast.ASTType.SymbolicTerm and term.symbol.type == SymbolType.Number:
        for step in (-1, 1):
            yield term.update(symbol=Number(term.symbol.number + step))
    elif term.ast_type == ast.ASTType.BinaryOperation:
        for side in ("left", "right"):
            for number in _numbers(getattr(term, side)):
                yield term.update(**{side: number})
    elif term.ast_type == ast.ASTType.Function:
        for index, argument in enumerate(term.arguments):
            for number in _numbers(argument):
                before, after = term.arguments[:index], term.arguments[index + 1 :]
                yield term.update(arguments=[*before, number, *after])


def _terms(term: ast.AST, instead: str, only: list[int] | None = None) -> Iterator[Change]:
    """Two neighbours swapped, a constant replaced, one of a pool left out."""
    if term.ast_type == ast.ASTType.Pool:
        yield from _pools(term)
        return
    if term.ast_type != ast.ASTType.Function:
        return
    finding = term.name in FINDINGS
    arguments = list(term.arguments)
    chosen = range(len(arguments)) if only is None else only
    for index in chosen:
        argument = arguments[index]
        following = arguments[index + 1] if index + 1 in chosen else None
        if following is not None and not finding and str(following) != str(argument):
            swapped = [*arguments[:index], following, argument, *arguments[index + 2 :]]
            yield f"swap {argument} and {following}", term.update(arguments=swapped)
        for change, other in _argument(argument, instead, finding and index == 0):
            yield (
                change,
                term.update(arguments=[*arguments[:index], other, *arguments[index + 1 :]]),
            )


def _argument(argument: ast.AST, instead: str, level: bool) -> Iterator[Change]:
    kind = argument.ast_type
    if level:
        for other in LEVELS:
            yield f"change the level to {other}", _constant(argument.location, other)
    elif kind == ast.ASTType.SymbolicTerm and argument.symbol.type == SymbolType.Number:
        for number in _numbers(argument):
            yield f"change {argument} to {number}", number
    elif kind == ast.ASTType.SymbolicTerm or (
        kind == ast.ASTType.Function and argument.name and not argument.arguments
    ):
        new = (
            ast.Variable(argument.location, "_")
            if instead == "_"
            else _constant(argument.location, instead)
        )
        yield f"change {argument} to {new}", new
    elif kind == ast.ASTType.Pool:
        yield from _pools(argument)
    elif kind in (ast.ASTType.Function, ast.ASTType.BinaryOperation):
        for number in _numbers(argument):
            yield f"change {argument} to {number}", number


def _pools(pool: ast.AST) -> Iterator[Change]:
    for index, one in enumerate(pool.arguments):
        rest = [*pool.arguments[:index], *pool.arguments[index + 1 :]]
        yield f"leave out {one}", pool.update(arguments=rest) if len(rest) > 1 else rest[0]


def _constant(location: ast.Location, name: str) -> ast.AST:
    return ast.SymbolicTerm(location, Function(name))
