"""The patterns of `kb/audit/sentences.toml`, spelt out with names."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import Any

from patuh.knowledge.norms import norms
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh.revision.language.said import in_manner
from patuh_parser.stored import toml


def every(law: Regulation, root: Path | None = None) -> Iterator[tuple[str, str, str, int]]:
    """Every sentence for a regulation, once: part, text, drawer, and how odd it is."""
    data = _table(root)
    names = _names(data["names"], law)
    for part, pattern, drawer in _patterns(data):
        for text, odd in dict(_spelt(pattern, names)).items():
            unlikely = odd + in_manner(text) + any(word in text for word in data["odd"]["words"])
            yield part, text, drawer, unlikely


def named(law: Regulation, names: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """The sentences of the table `named` that speak of these names, none of them odd."""
    data = _table(None)
    known = _names(data["names"], law)
    for part, patterns in data["named"].items():
        place = {"structure": "STRUKTUR"}.get(part, part)
        for name in names:
            for pattern in patterns:
                spelt = _spelt(pattern, known | {"nama": [name]})
                yield from ((place, text, 0) for text, odd in spelt if not odd)


def names_at_hand(law: Regulation) -> frozenset[str]:
    """The names that every sentence may be about that has a place for them."""
    names = _names(_table(None)["names"], law)
    return frozenset(one for listed in names.values() for one in listed)


def _table(root: Path | None) -> dict[str, Any]:
    return toml((root or kb_root()) / "audit" / "sentences.toml")


def _patterns(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Part, pattern and drawer."""
    for key, lines in data["header"].items():
        yield from (("header", line, key) for line in lines)
    for lines in data["structure"].values():
        yield from (("STRUKTUR", line, "") for line in lines)
    yield from (("BAGAN", line, "") for line in data["chart"]["lines"])
    flow = data["workflow"]
    yield from (("kind", line, "kind") for line in flow["kinds"])
    yield from (("attribute", line, line.partition(":")[0]) for line in flow["attributes"])
    yield from (("step", line, "step") for line in flow["steps"])
    yield from (("second", line, "second") for line in data["second"]["flows"])


def _names(table: Mapping[str, Any], law: Regulation) -> dict[str, list[str]]:
    """The names by placeholder, with the lists of the regulation as blocks of lines."""
    names = {key: value for key, value in table.items() if isinstance(value, list)}
    names.update(table.get(law.id, {}))
    listed: dict[str, list[str]] = {}
    for _, (*_, group, name, _) in norms(law.id, "daftar"):
        listed.setdefault(f"daftar_{group}", []).append(f"  - {name}")
    names.update({group: ["\n".join(lines)] for group, lines in listed.items()})
    return names


def _spelt(pattern: str, names: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    """The pattern with every combination of names; none where a placeholder has no name.

    It is odd by the names that stand in it twice.
    """
    parts = list(Formatter().parse(pattern))
    holes = list(dict.fromkeys(name for _, name, _, _ in parts if name))
    fixed = " ".join(text for text, *_ in parts)
    for combination in itertools.product(*(names.get(hole, ()) for hole in holes)):
        odd = len(combination) - len(set(combination)) + sum(one in fixed for one in combination)
        yield pattern.format_map(dict(zip(holes, combination, strict=True))), odd
