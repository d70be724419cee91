"""Kinds of atoms: predicates told apart by the constants that stand in their first four places.

`kata/1=ejaan` are the atoms `kata(_,ejaan,…)`; of a compound its name counts, `kata/1=*` says that
anything may stand there, and `kata/1=#` that a number does.
"""

import re
from collections.abc import Iterator

OPEN = "*"
_NUMBER = "#"
_PLACES = (0, 1, 2, 3)
# Compiled where they are used: what the tables hold needs none of them.
_ATOM = r"\s*(_*[a-z]\w*)\s*\("
_CONSTANT = r"(?s)\s*(_*[a-z]\w*)\s*(?:\(.*\))?\s*"
_PART = r'(?s)"(?:[^"\\]|\\.)*"|[(){},;:]'
_ARGUMENT = (
    r"([a-z]\w*|-?[0-9])?"
    r'(?:"(?:[^"\\]|\\.)*"|[^,()"]*)(?:\((?:"(?:[^"\\]|\\.)*"|[^()"])*\))?(?=[,)])'
)
_FACT = r"(?m)^([a-z_]\w*)(?:\(" + "(?:,".join([_ARGUMENT] * len(_PLACES)) + ")?" * len(_PLACES)


def needed_kinds(source: str) -> frozenset[str]:
    """The kinds of which the rule needs an atom: those of its positive literals."""
    body = source[:-1].partition(":-")[2]
    return frozenset(
        f"{name}/{place}={value}"
        for literal in split(body, ",;")
        for name, values in [_read(literal)]
        for place, value in zip(_PLACES, values, strict=False)
        if value != OPEN
    )


def brought(source: str) -> tuple[str, ...]:
    """The kinds of the head of a statement, or of a predicate of which nothing more is known."""
    name, values = _read(source.rstrip(".").partition(":-")[0])
    if not name:
        name, values = source.partition(":-")[0].strip(" .\n"), (OPEN,) * len(_PLACES)
    return tuple(f"{name}/{place}={value}" for place, value in zip(_PLACES, values, strict=False))


def kinds_of(facts: str) -> frozenset[str]:
    """The predicates of facts that stand one on a line, and their kinds.

    Where no text has a quotation mark in it, texts are made alike first: fewer lines differ then.
    """
    alike = facts if "\\" in facts else '""'.join(facts.split('"')[::2])
    return frozenset(_given("\n".join(set(alike.split("\n")))))


def _given(facts: str) -> Iterator[str]:
    for name, *values in set(re.findall(_FACT, facts)):
        for place, value in zip(_PLACES, values, strict=True):
            yield f"{name}/{place}={value if value.isidentifier() else _NUMBER if value else OPEN}"


def _read(literal: str) -> tuple[str, tuple[str, ...]]:
    """The name of an atom and what stands in its places; no name for anything else."""
    atom = re.match(_ATOM, literal)
    inner = literal[atom.end() :].rstrip() if atom else ""
    if atom is None or not inner.endswith(")") or len(split(inner[:-1], ")")) > 1:
        return "", ()
    if len(split(inner[:-1], ";")) > 1:
        return atom[1], (OPEN,) * len(_PLACES)
    found = [re.fullmatch(_CONSTANT, part) for part in split(inner[:-1], ",")]
    return atom[1], tuple(one[1] if one else OPEN for one in found)


def split(text: str, marks: str) -> list[str]:
    """The text parted at these marks, but not within brackets or strings."""
    found, depth, start = [], 0, 0
    for part in re.finditer(_PART, text):
        if part[0] in marks and depth <= 0:
            found.append(text[start : part.start()])
            start = part.end()
            continue
        depth += (part[0] in "({") - (part[0] in ")}")
    return [*found, text[start:]]
