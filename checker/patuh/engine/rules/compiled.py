"""The rules of programs as plain data: compiled once for all processes."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import clingo
from msgspec import msgpack

from patuh.engine import atoms, rules
from patuh.engine.atoms.derivation import Signature
from patuh.engine.rules.templates import Entry, Rule
from patuh.knowledge.programs import Program, hash_of_programs
from patuh_parser.stored import code_of, stored

_DECODER = msgpack.Decoder(Rule)


@lru_cache(maxsize=8)
def entries(programs: tuple[Program, ...]) -> tuple[Entry, ...]:
    """All rules with a body of these programs, in order, yet to be decoded."""

    def make() -> tuple[Entry, ...]:
        from patuh.engine.rules.compiling import compiled

        return compiled(programs)

    code = code_of(*rules.__path__, *atoms.__path__)
    made_of: tuple[str | bytes, ...] = code, clingo.__version__, hash_of_programs(programs)
    return stored("rules", tuple[Entry, ...], made_of, make)


def decoded(found: Iterable[Entry]) -> tuple[Rule, ...]:
    """These rules."""
    return tuple(_DECODER.decode(entry.rule) for entry in found)


@lru_cache(maxsize=8)
def all_rules(programs: tuple[Program, ...]) -> tuple[Rule, ...]:
    """All rules with a body of these programs, in order."""
    return decoded(entries(programs))


@lru_cache(maxsize=8)
def rules_by_head(programs: tuple[Program, ...]) -> Mapping[Signature, tuple[Rule, ...]]:
    """All rules of the programs by the predicate that they define, in order."""
    found: dict[Signature, list[Rule]] = {}
    for rule in all_rules(programs):
        found.setdefault(rule.head.signature, []).append(rule)
    return {name: tuple(own) for name, own in found.items()}
