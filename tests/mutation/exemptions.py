"""The mutants that exempt a sort of unit, or an office, from a finding.

Only those that the rule does not keep out already: a unit of every sort is held against the
conditions that rest on sorts and norms alone, and against what may stand in the other predicates of
the rule (`domains`); what they refuse is no exemption.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import clingo
from clingo import ast

from mutation.findings import Change, roles
from mutation.rules import PROPOSALS, Rule, base, laws, norms, variables

_SUBJECTS = ("unit", "pemberi", "atasan", "asisten")
_CONTENT = 5
_GIVEN = ("unit/2", "peraturan/1")
_OFFICES = {
    "bupati": "bupati",
    "wakil_bupati": "wakil_bupati",
    "sekretaris_daerah": "sekretaris_daerah",
    "sekretariat_daerah": "sekretariat_daerah",
    "dprd": "dprd",
    "forkopimda": "forkopimda",
}
"""Who is the only one of a sort, by name: the finding is kept from him, not from the sort."""
_SORTS = (
    *("dinas", "badan", "inspektorat", "sekretariat_dprd", "satuan_polisi_pamong_praja"),
    *("kecamatan", "kelurahan", "rumah_sakit_umum_daerah", "unit_pelaksana_teknis", "bagian"),
    *("subunit", "kelompok_jabatan_fungsional", "asisten", "staf_ahli", "vertikal", "pihak_luar"),
    *("badan_usaha_milik_daerah", "lainnya"),
)


def exempting(rule: Rule) -> Iterator[Change]:
    """The rule of a finding with one condition more, that spares a sort or an office."""
    subject = _subject(rule)
    if subject is None or rule.part != PROPOSALS:
        return
    for name, sort in _reached(rule, subject):
        text = f"{subject} != {name}" if name in _OFFICES else f"not unit({subject},{sort})"
        if text not in map(str, rule.node.body):
            body = [*rule.node.body, literal(text)]
            yield f"exempt `{text}`", rule.node.update(body=body)


def _subject(rule: Rule) -> str | None:
    """The variable of the unit that a finding is about."""
    content = rule.node.head.atom.symbol.arguments[_CONTENT]
    for part in roles(content):
        if part.name in _SUBJECTS and variables(text := str(part.arguments[0])):
            return text
    return None


@cache
def _reached(rule: Rule, subject: str) -> list[tuple[str, str]]:
    """The units, by name and sort, that the fixed conditions of the rule let through."""
    kept = [str(one) for one in _fixed_conditions(rule, subject)]
    query = f"sampai_({subject}) :- {'; '.join([f'unit({subject},_)', *kept])}."
    found: dict[str, None] = {}
    for law in laws(PROPOSALS):
        left, places = may_stand(rule, subject)
        allowed = left.intersection(*(domains(law)[one] for one in places))
        control = clingo.Control(["--warn=none"], logger=lambda *_: None)
        control.add("base", [], f"{_world(law)}\n{query}")
        control.ground([("base", [])])
        for one in control.symbolic_atoms.by_signature("sampai_", 1):
            if (name := str(one.symbol.arguments[0])) in allowed:
                found.setdefault(name)
    return [(name, sort) for name, sort in _units() if name in found]


def _fixed_conditions(rule: Rule, subject: str) -> list[ast.AST]:
    """The conditions on the subject that no proposal changes."""
    known = {subject, "_"}
    found: list[ast.AST] = []
    waiting = [one for one in rule.node.body if _rests_on(one) <= fixed()]
    positive = [one for one in waiting if _is_atom(one) and one.sign == ast.Sign.NoSign]
    for one in positive:
        known |= set(variables(str(one)))
        found.append(one)
    others = [one for one in waiting if one not in positive]
    return [*found, *(one for one in others if set(variables(str(one))) <= known)]


def _is_atom(literal: ast.AST) -> bool:
    return literal.atom.ast_type == ast.ASTType.SymbolicAtom


def _rests_on(literal: ast.AST) -> set[str]:
    if literal.atom.ast_type == ast.ASTType.Comparison:
        return set()
    if not _is_atom(literal):
        return {"an aggregate"}
    term = literal.atom.symbol
    return {f"{term.name}/{len(term.arguments)}" if hasattr(term, "name") else "a pool"}


@cache
def fixed() -> frozenset[str]:
    """The predicates that rest on sorts and norms alone."""
    rules = [one for one in base().rules if not one.gives.startswith("temuan")]
    needs: dict[str, set[str]] = {}
    for rule in rules:
        needs.setdefault(rule.gives, set()).update(rule.needs)
    found = set(needs)
    while beyond := {one for one in found if needs[one] - found - {*_GIVEN}}:
        found -= beyond
    return frozenset({*found, *_GIVEN, *_norms()})


Place = tuple[str, int]
"""A predicate, and the number of one of its arguments."""
Domains = Mapping[Place, frozenset[str]]


def may_stand(rule: Rule, variable: str) -> tuple[frozenset[str], list[Place]]:
    """The units that a variable of a rule may be by its sorts, and where else they must stand.

    Findings keep out nobody, nor do norms, which know units by names that no sort has.
    """
    left, places = frozenset(name for name, _ in _units()), []
    for one in rule.node.body:
        if not _is_atom(one):
            left -= {name for name in left if str(one) == f"{variable} != {name}"}
        if not _is_atom(one) or one.sign != ast.Sign.NoSign:
            continue
        [name] = _rests_on(one)
        term = one.atom.symbol
        for at, part in enumerate(getattr(term, "arguments", ())):
            if part.ast_type != ast.ASTType.Variable or part.name != variable:
                continue
            if name.startswith("temuan") or name in _norms():
                continue
            if name == "unit/2":
                left &= _of_sort(str(term.arguments[1]))
            else:
                places.append((name, at))
    return left, places


@cache
def _of_sort(said: str) -> frozenset[str]:
    sorts = set(said.strip("()").split(";"))
    known = {sort for _, sort in _units()} & sorts
    return frozenset(name for name, sort in _units() if not known or sort in known)


@cache
def domains(law: str) -> Domains:
    """Which units may stand where, or more.

    A unit may stand in a head if it may stand in all literals of a body that have it; anything may
    in what a proposal states, and in the part of a term.
    """
    rules = [one for one in base().rules if one.law in ("", law) and one.gives not in fixed()]
    every = frozenset(name for name, _ in _units())
    derived = {one.gives for one in rules}
    found: dict[Place, frozenset[str]] = defaultdict(lambda: every)
    found |= {(name, at): frozenset() for name in derived for at in range(_MOST)}
    found |= _standing(law)
    heads: list[tuple[Place, frozenset[str], list[Place]]] = []
    for rule in rules:
        for at, part in enumerate(getattr(rule.node.head.atom.symbol, "arguments", ())):
            plain = part.ast_type == ast.ASTType.Variable
            heads.append(
                ((rule.gives, at), *(may_stand(rule, part.name) if plain else (every, [])))
            )
    grown = True
    while grown:
        grown = False
        for place, left, places in heads:
            more = left.intersection(*(found[one] for one in places))
            if not more <= found[place]:
                found[place] |= more
                grown = True
    return found


_MOST = 12
"""Arguments of a predicate."""


def _standing(law: str) -> dict[Place, frozenset[str]]:
    """Where units stand by sorts alone."""
    control = clingo.Control(["--warn=none"], logger=lambda *_: None)
    control.add("base", [], _world(law))
    control.ground([("base", [])])
    found: dict[Place, set[str]] = defaultdict(set)
    for name in fixed() - _norms():
        found |= {(name, at): set() for at in range(int(name.partition("/")[2]))}
    for one in control.symbolic_atoms:
        name = f"{one.symbol.name}/{len(one.symbol.arguments)}"
        for at, part in enumerate(one.symbol.arguments):
            found[name, at].add(str(part))
    return {place: frozenset(units) for place, units in found.items() if place[0] not in _norms()}


@cache
def _norms() -> frozenset[str]:
    return frozenset(f"{name}/{len(rows[0])}" for name, rows in norms(PROPOSALS).items())


@cache
def _world(law: str) -> str:
    """A unit of every sort, and what follows from that under a regulation."""
    rules = [
        rule.text
        for rule in base().rules
        if rule.law in ("", law) or rule.file.startswith("national/")
        if rule.gives in fixed() and rule.gives not in _GIVEN
    ]
    units = [f"unit({name},{sort})." for name, sort in _units()]
    return "\n".join([base().constants, f"peraturan({law}).", *units, *rules])


def _units() -> list[tuple[str, str]]:
    return [*_OFFICES.items(), *((f"contoh_{sort}", sort) for sort in _SORTS)]


def literal(text: str) -> ast.AST:
    found: list[ast.AST] = []
    ast.parse_string(f":- {text}.", lambda node: found.extend(getattr(node, "body", ())))
    return found[0]
