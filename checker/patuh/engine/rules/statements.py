"""The statements of the programs as text, and which of them can take part in a check.

A rule whose body needs an atom of a predicate that neither the proposal nor any rule that can
fire brings about never fires: a proposal without workflows needs no rule on steps, and a
regulation without a norm switches its checks off. Of those that can fire, many bear on no finding:
a norm that only such rules ask for which cannot. All these cost clingo as much as others, so they
are left out before grounding. Predicates are told apart by name, and by the constants that stand
first or second in them (`patuh.engine.rules.kinds`), which at worst keeps a rule too many.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE
from patuh.engine.rules.kinds import OPEN, brought, needed_kinds
from patuh.knowledge.programs import Program, texts
from patuh_parser.stored import code_of, stored

_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*")|%\*.*?\*%|%[^\n]*', re.DOTALL)
_STATEMENT = re.compile(r'(?:[^."]++|"(?:[^"\\]|\\.)*"|\.\.)++\.')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_INNERMOST = re.compile(r"\([^()]*\)|\{[^{}()]*\}")
_NAME = re.compile(r"[a-z_]\w*")
_SEPARATOR = re.compile("[,;]")
_FACT = re.compile(r"^[a-z_]\w*", re.MULTILINE)
_CONSTANT = re.compile(r"#const\s+(\w+)")
_WORD = re.compile(r"(?<!\w)[a-z_]\w*")
_CHECK = re.compile(r"temuan(?:_garis)?\([^,]+,[^,]+,\s*([a-z]\w*)\s*,")
_FINDINGS = frozenset({FINDING[0], FINDING_ON_LINE[0]})


class Statement(Struct, frozen=True, array_like=True):
    """One statement: `head` names its predicate, `needs` those of its positive body literals.

    `needs` and `brings`, on its head, tell the kinds too. A directive has an empty head and is
    always kept; `place` is "file:line". `uses` names at least all predicates that the statement
    asks for anywhere; `check` ("h7") says whose finding it derives.
    """

    place: str
    text: str
    head: str
    needs: frozenset[str]
    derives: bool
    """Whether it has a body."""
    uses: frozenset[str]
    check: str
    brings: tuple[str, ...]


@lru_cache(maxsize=64)
def statements(programs: tuple[Program, ...]) -> tuple[Statement, ...]:
    """The statements of these programs, in order."""
    made_of: tuple[str | bytes, ...] = code_of(__file__), *texts(programs)
    return stored("statements", tuple[Statement, ...], made_of, lambda: _all_statements(programs))


def _all_statements(programs: tuple[Program, ...]) -> tuple[Statement, ...]:
    return tuple(statement for program in programs for statement in of_program(program))


@lru_cache(maxsize=256)
def live(programs: tuple[Program, ...], given: frozenset[str]) -> tuple[Statement, ...]:
    """The statements that can take part where only the predicates `given` have facts besides.

    Of a predicate that is given with its kinds only these have facts.
    """
    every = statements(programs)
    waiting: dict[str, list[int]] = {}
    missing: list[int] = []
    ready: list[int] = []
    for index, statement in enumerate(every):
        missing.append(len(statement.needs))
        for name in statement.needs:
            waiting.setdefault(name, []).append(index)
        if not statement.needs:
            ready.append(index)
    kinds: dict[str, list[str]] = {}
    for name in waiting:
        kinds.setdefault(name.partition("=")[0], []).append(name)
    anything = {OPEN, *(found[1] for one in every if (found := _CONSTANT.match(one.text)))}
    for name in [name for name in waiting if name.partition("=")[2] in anything]:
        ready += _met(waiting.pop(name), missing)

    def reach(names: Iterable[str]) -> None:
        for name in names:
            if name.partition("=")[2] in anything:
                reach(kinds.pop(name.partition("=")[0], ()))
            elif name in waiting:
                ready.extend(_met(waiting.pop(name), missing))

    for name in given:
        reach((name.partition("/")[0], *((name,) if "/" in name else brought(name))))
    kept: set[int] = set()
    while ready:
        index = ready.pop()
        kept.add(index)
        reach(every[index].brings)
    return tuple(every[index] for index in sorted(kept))


@lru_cache(maxsize=256)
def telling(
    programs: tuple[Program, ...],
    given: frozenset[str],
    checks: frozenset[str] | None = None,
    besides: frozenset[str] = frozenset(),
) -> tuple[Statement, ...]:
    """Those that are live and bear on a finding, of these checks ("h7") if some are named.

    Also what bears on the predicates `besides`.
    """
    every = live(programs, given)
    by_head: dict[str, list[int]] = {}
    waiting: list[int] = []
    for index, statement in enumerate(every):
        by_head.setdefault(statement.head, []).append(index)
        of_another = checks is not None and statement.check and statement.check not in checks
        if not statement.head or (statement.head in _FINDINGS and not of_another):
            waiting.append(index)
    for name in besides - _FINDINGS:
        waiting += by_head.get(name, ())
    kept: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index in kept:
            continue
        kept.add(index)
        one = every[index]
        # what makes every finding on a line a finding asks for those of the checks, which are there
        known = _FINDINGS if one.head in _FINDINGS and not one.check else frozenset[str]()
        for name in one.uses - known:
            waiting += by_head.get(name, ())
    return tuple(every[index] for index in sorted(kept))


def text_of(every: Iterable[Statement]) -> str:
    """The statements as one program."""
    return "\n".join(statement.text for statement in every)


def names(rules: str) -> frozenset[str]:
    """All names in rules: those of predicates, and constants too."""
    return frozenset(_WORD.findall(_STRING.sub("", rules)))


def predicates(facts: str) -> frozenset[str]:
    """The names of the predicates of facts that stand one on a line."""
    return frozenset(_FACT.findall(facts))


def _met(indices: Iterable[int], missing: list[int]) -> Iterator[int]:
    for index in indices:
        missing[index] -= 1
        if not missing[index]:
            yield index


@lru_cache(maxsize=256)
def of_program(program: Program) -> tuple[Statement, ...]:
    """The statements of one program, in order."""
    text = _COMMENT.sub(lambda match: match[1] or "\n" * match[0].count("\n"), program.text)
    return tuple(_split(program.name, text))


def _split(name: str, text: str) -> Iterator[Statement]:
    line, seen = 1, 0
    for match in _STATEMENT.finditer(text):
        source = match[0].lstrip()
        start = match.end() - len(source)
        line += text.count("\n", seen, start)
        seen = start
        head = _NAME.match(source)
        body = _bare(source[:-1]).partition(":-")[2] if ":-" in source else ""
        literals = (literal.strip() for literal in _SEPARATOR.split(body))
        check = _CHECK.match(source)
        yield Statement(
            place=f"{name}:{line}",
            text=source,
            head=head[0] if head else "",
            needs=frozenset(filter(_NAME.fullmatch, literals)) | needed_kinds(source),
            derives=bool(body),
            uses=_used(source, bool(head)),
            check=check[1] if check else "",
            brings=(head[0], *brought(source)) if head else (),
        )


def _used(source: str, has_head: bool) -> frozenset[str]:
    """The names in the body; all of them where it is not plain what is head and what is body."""
    bare = _STRING.sub("", source)
    if has_head:
        bare = bare.partition(":-")[2]
    elif bare.startswith("#") and ":" not in bare:
        return frozenset()  # what a directive names, it does not ask for
    return names(bare)


def _bare(source: str) -> str:
    """The statement without strings, arguments and the elements of aggregates."""
    source = _STRING.sub("", source)
    while (shorter := _INNERMOST.sub("", source)) != source:
        source = shorter
    return source
