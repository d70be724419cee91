"""What differs between two knowledge bases, and all that rests on it.

Facts are compared one by one, so that two values in a pool and two facts are the same; rules by
their text without comments. A finding depends on what its own check depends on: `temuan` is told
apart by its check.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE
from patuh.engine.control import grounded
from patuh.engine.rules.statements import Described

_CONSTANT = re.compile(r'[a-z]\w*|[0-9]+|"(?:[^"\\]|\\.)*"')
_PART = re.compile(r'"(?:[^"\\]|\\.)*"|[(){},]')
_SPACE = re.compile(r"\s+")
_CALLED = re.compile(r"(?<![\w])(_*[a-z]\w*)\s*\(")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_OF_LAW = re.compile(r"\s*:-\s*peraturan\(([a-z]\w*)\)\.$")
_DEFAULT = re.compile(r"#const\s+(\w+)\s*=\s*(.+)\.$")
_FINDINGS = frozenset({FINDING[0], FINDING_ON_LINE[0]})


class Side(Struct, frozen=True):
    """One knowledge base: its facts by predicate, its rules, and the defaults of its readings."""

    facts: Mapping[str, frozenset[str]]
    rules: tuple[Described, ...]
    defaults: Mapping[str, str]


class Change(Struct, frozen=True):
    """How two sides differ: facts that went and came, what is affected, and the checks of that.

    `affected` names predicates, findings with their check ("temuan:h2"); `rules`
    are the texts of the rules that only one side has.
    """

    gone: tuple[str, ...]
    came: tuple[str, ...]
    rules: frozenset[str]
    affected: frozenset[str]
    checks: tuple[str, ...]


def side(every: Iterable[Described], own: str | None = None) -> Side:
    """The statements as one side of a comparison; what holds in a regulation counts as a fact.

    `own` is the regulation of a region, where it has one: what national law states for the others
    is no fact there.
    """
    facts: list[str] = []
    rules: list[Described] = []
    defaults: dict[str, str] = {}
    for one in every:
        if found := _DEFAULT.match(one.text):
            defaults[found[1]] = found[2].strip()
        elif one.head and (not one.derives or _holds(one.text, own)):
            facts.append(_OF_LAW.sub(".", one.text))
        elif one.head:
            rules.append(one)
    by_name: dict[str, set[str]] = {}
    consts = [f"#const {name} = {value}." for name, value in defaults.items()]
    control = grounded("\n".join([*consts, *facts]))  # its atoms live no longer than it does
    for atom in control.symbolic_atoms:
        by_name.setdefault(atom.symbol.name, set()).add(str(atom.symbol))
    return Side({name: frozenset(own) for name, own in by_name.items()}, tuple(rules), defaults)


def _holds(text: str, own: str | None) -> bool:
    found = _OF_LAW.search(text)
    return found is not None and own in {None, found[1]}


def change(old: Side, new: Side) -> Change:
    """How the new side differs from the old one."""
    gone = _all(old.facts) - _all(new.facts)
    came = _all(new.facts) - _all(old.facts)
    texts = [{_plain(rule) for rule in one.rules} for one in (old, new)]
    moved = {name for name in (*old.defaults, *new.defaults) if _default(old, new, name)}
    differing = [
        rule
        for one, other in ((old, texts[1]), (new, texts[0]))
        for rule in one.rules
        if _plain(rule) not in other or moved & rule.uses
    ]
    every = (*old.rules, *new.rules)
    start = {node(rule) for rule in differing} | _touched(gone | came, every)
    affected = _resting_on(start, _asking(every)) | {fact.partition("(")[0] for fact in gone | came}
    checks = sorted({one.partition(":")[2] for one in affected} - {""})
    return Change(
        tuple(sorted(gone)),
        tuple(sorted(came)),
        frozenset(rule.text for rule in differing),
        affected,
        tuple(checks),
    )


def checks_of(every: Iterable[Side]) -> tuple[str, ...]:
    """All checks ("h2") of these sides."""
    return tuple(sorted({rule.check for one in every for rule in one.rules if rule.check}))


def checks_on(facts: Iterable[str], every: Sequence[Side]) -> dict[str, frozenset[str]]:
    """The checks ("h2") that rest on each of these facts."""
    rules = [rule for one in every for rule in one.rules]
    given, asking = list(facts), _asking(rules)
    readers = _readers(rules, map(_named, given))
    resting = {fact: _resting_on(_asking_for(fact, readers), asking) for fact in given}
    return {
        fact: frozenset(one.partition(":")[2] for one in found) for fact, found in resting.items()
    }


Asking = frozenset[tuple[str, tuple[str, ...]]]
"""What rules ask for: the head of each, and the values that it asks."""


def asking_by_name(facts: Iterable[str], rules: Iterable[Described]) -> dict[str, Asking]:
    """What the rules ask for that may be each of these facts."""
    given = list(facts)
    readers = _readers(rules, map(_named, given))
    return {
        fact: frozenset(
            (head, tuple(asked))
            for head, asked in readers[_named(fact)]
            if _fits(asked, arguments(fact))
        )
        for fact in given
    }


def shared(old: Side, new: Side, affected: frozenset[str]) -> str:
    """The old side as a program, with what of the new one is not affected."""
    names = {base(one) for one in affected}
    facts = [fact for one in old.facts.values() for fact in one]
    facts += [fact for name, one in new.facts.items() if name not in names for fact in one]
    rules = [rule.text for rule in old.rules]
    rules += [rule.text for rule in new.rules if node(rule) not in affected]
    consts = [f"#const {name} = {value}." for name, value in sorted(old.defaults.items())]
    return "\n".join([*consts, *dict.fromkeys(f"{fact}." for fact in sorted(facts)), *_once(rules)])


_Readers = Mapping[str, list[tuple[str, list[str]]]]


def _readers(rules: Iterable[Described], names: Iterable[str]) -> _Readers:
    """What the rules ask for with these names: by each the head and the values."""
    found: dict[str, list[tuple[str, list[str]]]] = {name: [] for name in names}
    for rule, text in {(node(rule), rule.text) for rule in rules}:
        body = text.partition(":-")[2]
        for one in _CALLED.finditer(body):
            if one[1] in found:
                found[one[1]].append((rule, _split(body[one.end() :])))
    return found


def _touched(facts: Collection[str], rules: Iterable[Described]) -> set[str]:
    """The heads of the rules that ask for one of these facts, by its constants too."""
    readers = _readers(rules, map(_named, facts))
    return {head for fact in facts for head in _asking_for(fact, readers)}


def _asking_for(fact: str, readers: _Readers) -> set[str]:
    values = arguments(fact)
    return {head for head, asked in readers[_named(fact)] if _fits(asked, values)}


def _named(fact: str) -> str:
    return fact.partition("(")[0]


def arguments(atom: str) -> list[str]:
    """The arguments of an atom as a rule has it, blanks and all."""
    _, bracket, inner = atom.partition("(")
    return _split(inner) if bracket else []


def _split(inner: str) -> list[str]:
    """The arguments up to the bracket that closes; what stands in brackets or strings is one."""
    found, depth, start = [], 0, 0
    for part in _PART.finditer(inner):
        depth += (part[0] in "({") - (part[0] in ")}")
        if depth < 0 or (part[0] == "," and not depth):
            found.append(inner[start : part.start()].strip())
            start = part.end()
        if depth < 0:
            return found
    return [*found, inner[start:].strip()]


def _fits(asked: list[str], fact: list[str]) -> bool:
    """Whether a literal may stand for a fact: where it has a constant, the fact has the same."""
    return len(asked) == len(fact) and all(
        one == other or not _CONSTANT.fullmatch(one) for one, other in zip(asked, fact, strict=True)
    )


def _asking(rules: Sequence[Described]) -> Mapping[str, set[str]]:
    """The heads of the rules that ask for each predicate."""
    asking: dict[str, set[str]] = {}
    for rule, names in asked(rules):
        for name in names:
            asking.setdefault(name, set()).add(node(rule))
    return asking


def asked(rules: Sequence[Described]) -> Iterator[tuple[Described, set[str]]]:
    """Each rule with at least the predicates that its body asks for."""
    bare = {rule.head for rule in rules if not rule.text.startswith(f"{rule.head}(")}
    for rule in rules:
        body = _STRING.sub("", rule.text.partition(":-")[2])
        yield rule, {*_CALLED.findall(body), *(bare & rule.uses)}


def _resting_on(start: set[str], asking: Mapping[str, set[str]]) -> frozenset[str]:
    """The nodes, and the heads of all rules that ask for one of them."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += asking.get(base(one), ())
    return frozenset(found)


def node(rule: Described) -> str:
    """What a rule defines: its predicate, of a finding with its check ("temuan:h2")."""
    return f"{rule.head}:{rule.check}" if rule.head in _FINDINGS else rule.head


def base(of: str) -> str:
    """The predicate of a node."""
    return of.partition(":")[0]


def _plain(rule: Described) -> str:
    return _SPACE.sub(" ", rule.text)


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _all(facts: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*facts.values())


def _default(old: Side, new: Side, name: str) -> bool:
    return old.defaults.get(name) != new.defaults.get(name)
