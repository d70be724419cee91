"""The statements of the programs as text, with what decides which of them take part in a check."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from patuh.engine.rules import kinds
from patuh.engine.rules.kinds import brought, needed_kinds
from patuh.knowledge.programs import Program, hash_of_programs
from patuh_parser.stored import code_of, stored

# Compiled where they are used: what the tables hold needs none of them.
_COMMENT = r'(?s)("(?:[^"\\]|\\.)*")|%\*.*?\*%|%[^\n]*'
_STATEMENT = r'(?:[^."]++|"(?:[^"\\]|\\.)*"|\.\.)++\.'
_STRING = r'"(?:[^"\\]|\\.)*"'
_INNERMOST = r"\([^()]*\)|\{[^{}()]*\}"
_NAME = r"[a-z_]\w*"
_SEPARATOR = "[,;]"
_FACT = r"(?m)^[a-z_]\w*"
_WORD = r"(?<!\w)[a-z_]\w*"
_CHECK = r"temuan(?:_garis)?\([^,]+,[^,]+,\s*([a-z]\w*)\s*,"


class Statement(Struct, frozen=True, array_like=True):
    """One statement: `head` names its predicate.

    A directive has an empty head and is always kept; `place` is "file:line"; `check` ("h7") says
    whose finding it derives.
    """

    place: str
    text: str
    head: str
    derives: bool
    """Whether it has a body."""
    check: str


class Described(Statement, frozen=True):
    """A statement with what decides whether it can take part.

    `needs` names the predicates of its positive body literals; that and `brings`, on its head, tell
    the kinds too. `uses` names at least all predicates that it asks for anywhere.
    """

    needs: frozenset[str]
    uses: frozenset[str]
    brings: tuple[str, ...]


@lru_cache(maxsize=8)
def statements(programs: tuple[Program, ...]) -> tuple[Described, ...]:
    """The statements of these programs, in order."""
    return tuple(statement for program in programs for statement in of_program(program))


def text_of(every: Iterable[Statement]) -> str:
    """The statements as one program, for a control that does not warn of what is not defined."""
    return "\n".join(one.text for one in every if not one.text.startswith("#defined"))


def names(rules: str) -> frozenset[str]:
    """All names in rules: those of predicates, and constants too."""
    return frozenset(re.findall(_WORD, re.sub(_STRING, "", rules)))


def predicates(facts: str) -> frozenset[str]:
    """The names of the predicates of facts that stand one on a line."""
    return frozenset(re.findall(_FACT, facts))


_at_hand: dict[Program, tuple[Described, ...]] = {}


def have_at_hand(programs: tuple[Program, ...]) -> None:
    """Take the statements of these programs, and no others, from what other processes kept.

    Where files are laid over a knowledge base, most of its programs stay the same.
    """

    def make() -> tuple[tuple[Described, ...], ...]:
        return tuple(map(of_program, programs))

    made_of = code_of(__file__, kinds.__file__), hash_of_programs(programs)
    found = stored("split", tuple[tuple[Described, ...], ...], made_of, make)
    _at_hand.clear()
    _at_hand.update(zip(programs, found, strict=True))


@lru_cache(maxsize=256)
def of_program(program: Program) -> tuple[Described, ...]:
    """The statements of one program, in order."""
    if (known := _at_hand.get(program)) is not None:
        return known
    text = re.sub(_COMMENT, lambda match: match[1] or "\n" * match[0].count("\n"), program.text)
    return tuple(_split(program.name, text))


def _split(name: str, text: str) -> Iterator[Described]:
    line, seen = 1, 0
    for match in re.finditer(_STATEMENT, text):
        source = match[0].lstrip()
        start = match.end() - len(source)
        line += text.count("\n", seen, start)
        seen = start
        head = re.match(_NAME, source)
        body = _bare(source[:-1]).partition(":-")[2] if ":-" in source else ""
        literals = (literal.strip() for literal in re.split(_SEPARATOR, body))
        check = re.match(_CHECK, source)
        yield Described(
            place=f"{name}:{line}",
            text=source,
            head=head[0] if head else "",
            needs=frozenset(filter(re.compile(_NAME).fullmatch, literals)) | needed_kinds(source),
            derives=bool(body),
            uses=_used(source, bool(head)),
            check=check[1] if check else "",
            brings=(head[0], *brought(source)) if head else (),
        )


def _used(source: str, has_head: bool) -> frozenset[str]:
    """The names in the body; all of them where it is not plain what is head and what is body."""
    bare = re.sub(_STRING, "", source)
    if has_head:
        bare = bare.partition(":-")[2]
    elif bare.startswith("#") and ":" not in bare:
        return frozenset()  # what a directive names, it does not ask for
    return names(bare)


def _bare(source: str) -> str:
    """The statement without strings, arguments and the elements of aggregates."""
    source = re.sub(_STRING, "", source)
    while (shorter := re.sub(_INNERMOST, "", source)) != source:
        source = shorter
    return source
