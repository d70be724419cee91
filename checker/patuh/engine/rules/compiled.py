"""The rules of programs as plain data: compiled once for all processes."""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache

import clingo
from msgspec import msgpack

from patuh.engine import atoms, rules
from patuh.engine.atoms.derivation import Signature
from patuh.engine.rules.templates import Entry, Rule
from patuh.knowledge.programs import Program, hash_of_programs
from patuh_parser.stored import code_of, stored

_RULE = msgpack.Decoder(Rule)
_ENTRIES = msgpack.Decoder(tuple[Entry, ...])


@lru_cache(maxsize=8)
def _by_place(programs: tuple[Program, ...]) -> Mapping[str, bytes]:
    """By the place of a statement its rules, yet to be decoded: a proof asks for few of them."""

    def make() -> dict[str, bytes]:
        from patuh.engine.rules.compiling import compiled

        found: dict[str, list[Entry]] = {}
        for entry in compiled(programs):
            found.setdefault(entry.place, []).append(entry)
        return {place: msgpack.encode(own) for place, own in found.items()}

    code = code_of(*rules.__path__, *atoms.__path__)
    made_of: tuple[str | bytes, ...] = code, clingo.__version__, hash_of_programs(programs)
    return stored("rules", dict[str, bytes], made_of, make)


def entries(programs: tuple[Program, ...], places: Container[str]) -> Iterator[Entry]:
    """The rules with a body that stand at these places of the programs, in order."""
    for place, own in _by_place(programs).items():
        if place in places:
            yield from _ENTRIES.decode(own)


def decoded(found: Iterable[Entry]) -> tuple[Rule, ...]:
    """These rules."""
    return tuple(_RULE.decode(entry.rule) for entry in found)


@lru_cache(maxsize=8)
def all_rules(programs: tuple[Program, ...]) -> tuple[Rule, ...]:
    """All rules with a body of these programs, in order."""
    return decoded(entries(programs, _by_place(programs)))


@lru_cache(maxsize=8)
def rules_by_head(programs: tuple[Program, ...]) -> Mapping[Signature, tuple[Rule, ...]]:
    """All rules of the programs by the predicate that they define, in order."""
    found: dict[Signature, list[Rule]] = {}
    for rule in all_rules(programs):
        found.setdefault(rule.head.signature, []).append(rule)
    return {name: tuple(own) for name, own in found.items()}
