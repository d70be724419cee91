"""The new side of a comparison as rules over the old one, for what may differ and nothing else.

Of every predicate `p` that is affected, `baru__p` is what the new side has. Where no change has a
part in an atom, `baru__p` is `p`; where one may have, `beda__p` says so, and only there the rules
of the new side are instantiated. What may differ is found from the changed facts upwards: an
instance of a rule, of either side, of which some condition may differ and whose positive
conditions hold on one side (`salah_satu__p`). `beda__p` may be too wide, so that its atoms can be
worked out first, with all that may hold at all, and then stand as facts: what cannot differ is
then the same atom for the solver, which halves its work.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import clingo
from clingo import ast

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE
from patuh.engine.rules.changes import Change, Side, base, node
from patuh.engine.rules.statements import Described

NEW, MAY, EITHER = "baru__", "beda__", "salah_satu__"
_WITHOUT_ATOMS = {
    ast.ASTType.SymbolicAtom,
    ast.ASTType.Comparison,
    ast.ASTType.BooleanConstant,
}
"""What needs no new names where its own is not affected: all but what counts."""
_ARITY = dict((FINDING, FINDING_ON_LINE))


class Copy(NamedTuple):
    """Rules to stand beside the old side (`patuh.engine.rules.changes.shared`).

    `may` derives what may differ, `new` what the new side has of it.
    """

    may: str
    new: str


def copied(old: Side, new: Side, differing: Change) -> Copy:
    """What may differ between the sides, and the new side where it may."""
    names = {base(one) for one in differing.affected}
    may = [f"{MAY}{fact}." for fact in (*differing.gone, *differing.came)]
    lines = [f"{NEW}{fact}." for name in sorted(names) for fact in sorted(new.facts.get(name, ()))]
    arities: dict[str, set[int]] = {name: {_ARITY[name]} for name in names & _ARITY.keys()}
    moved = {name: value for name, value in new.defaults.items() if old.defaults.get(name) != value}
    for side, is_new in ((old, False), (new, True)):
        defaults = moved if is_new else {}
        every = [rule for rule in side.rules if node(rule) in differing.affected]
        for rule in _parsed([one for one in every if is_new or one.text in differing.rules]):
            known = _Rule(rule.node, names, defaults, is_new)
            arities.setdefault(known.name, set()).add(known.arity)
            may += known.may(changed=rule.text in differing.rules)
            lines += [known.new()] if is_new else []
    for fact in (*old.facts.values(), *new.facts.values()):
        for one in fact:
            symbol = clingo.parse_term(one)
            if symbol.name in names:
                arities.setdefault(symbol.name, set()).add(len(symbol.arguments))
    for name in sorted(arities):
        for arity in sorted(arities[name]):
            terms = ",".join(f"X{at}" for at in range(arity))
            atom = f"{name}({terms})" if arity else name
            may += [f"{EITHER}{atom} :- {atom}.", f"{EITHER}{atom} :- {MAY}{atom}."]
            lines.append(f"{NEW}{atom} :- {atom}, not {MAY}{atom}.")
            lines.append(f"#defined {name}/{arity}. #defined {MAY}{name}/{arity}.")
    return Copy("\n".join(dict.fromkeys(may)), "\n".join(dict.fromkeys(lines)))


class _Parsed(NamedTuple):
    node: ast.AST
    text: str


def _parsed(rules: Sequence[Described]) -> list[_Parsed]:
    found: list[ast.AST] = []
    ast.parse_string("\n".join(rule.text for rule in rules), found.append)
    nodes = [one for one in found if one.ast_type is ast.ASTType.Rule]
    return [_Parsed(one, rule.text) for one, rule in zip(nodes, rules, strict=True)]


class _Rule:
    """A rule whose conditions are taken apart: those that are affected, and the others."""

    def __init__(
        self, rule: ast.AST, names: set[str], defaults: Mapping[str, str], is_new: bool
    ) -> None:
        term = rule.head.atom.symbol
        self.name, self.arity = _name(term), len(term.arguments)
        self._head = str(term)
        own = _Rename({}, defaults)
        renamed = _Rename(dict.fromkeys(names, NEW), defaults)
        self._body: list[str] = []
        self._affected: list[str] = []
        self._holding: list[bool] = []
        old: list[str] = []
        new: list[str] = []
        for one in rule.body:
            atom = one.atom
            if atom.ast_type is ast.ASTType.SymbolicAtom and _name(atom.symbol) in names:
                text = str(own.visit(atom) if defaults else atom)
                self._affected.append(text)
                self._holding.append(one.sign == ast.Sign.NoSign)
                sign = str(one).removesuffix(str(atom))
                self._body.append(f"{sign}{NEW}{text}")
                continue
            old.append(str(own.visit(one) if defaults else one))
            simple = atom.ast_type in _WITHOUT_ATOMS
            new.append(old[-1] if simple else str(renamed.visit(one)))
            self._body.append(new[-1])
        counting = old != new
        self._plain = [new] if counting and is_new else [old]
        self._counted = [old, new] if counting else []

    def may(self, *, changed: bool) -> Iterator[str]:
        """Where the head may differ: everywhere, if the rule itself is `changed`."""
        head = f"{MAY}{self._head}"
        every = range(len(self._affected))
        held = {at: f"{EITHER}{self._affected[at]}" for at in every if self._holding[at]}
        for plain in self._plain if changed else self._counted:
            yield _text(head, [*plain, *held.values()])
        if not changed:
            (plain,) = self._plain
            for at in every:
                rest = [text for other, text in held.items() if other != at]
                yield _text(head, [*plain, *rest, f"{MAY}{self._affected[at]}"])

    def new(self) -> str:
        """The rule of the new side."""
        return _text(f"{NEW}{self._head}", [*self._body, f"{MAY}{self._head}"])


class _Rename(ast.Transformer):
    """Puts something before the names of predicates, and the value of readings in their place."""

    def __init__(self, names: Mapping[str, str], defaults: Mapping[str, str]) -> None:
        self._names = names
        self._defaults = {name: clingo.parse_term(value) for name, value in defaults.items()}

    def visit_SymbolicAtom(self, atom: ast.AST) -> ast.AST:  # noqa: N802 - clingo's naming
        term = self.visit(atom.symbol)
        if before := self._names.get(_name(term)):
            term = term.update(name=f"{before}{term.name}")
        return atom.update(symbol=term)

    def visit_SymbolicTerm(self, term: ast.AST) -> ast.AST:  # noqa: N802 - clingo's naming
        value = self._defaults.get(str(term.symbol))
        return term if value is None else term.update(symbol=value)


def _name(term: ast.AST) -> str:
    if term.ast_type is ast.ASTType.Pool:
        return _name(term.arguments[0])
    return str(getattr(term, "name", ""))


def _text(head: str, body: Iterable[str]) -> str:
    conditions = "; ".join(body)
    return f"{head} :- {conditions}." if conditions else f"{head}."
