"""The words that the rules of a check speak of, nearest first."""

import re

from patuh.engine.rules.statements import Described, statements
from patuh.knowledge.catalogue import checks
from patuh.knowledge.programs import programs
from patuh.knowledge.root import of_kb

DEEPEST = 7
_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|\b[a-z][a-z_0-9]*\b')
_EVERYWHERE = {"langkah_terhitung", "garis_berlaku", "atas", "cacat", "pasti"}
"""Predicates that most rules use; what defines them says nothing of a single check."""


@of_kb
def words_of(check: str, deepest: int = DEEPEST) -> dict[str, None]:
    """The constants and predicates in the rules of a check and in what defines them, in order."""
    by_head: dict[str, list[Described]] = {}
    for statement in statements(programs(())):
        by_head.setdefault(statement.head, []).append(statement)
    mark = re.compile(rf"\b{check.lower()}\b")
    level = [
        statement
        for name in ("temuan", "temuan_garis")
        for statement in by_head.get(name, ())
        if mark.search(statement.text) and checks()[check].file == statement.place.split(":")[0]
    ]
    found: dict[str, None] = {}
    for _ in range(deepest):
        fresh: dict[str, None] = {}
        for statement in level:
            for word in _WORD.findall(statement.text):
                if not word.startswith('"') and word not in found:
                    fresh[word] = None
        found.update(fresh)
        level = [s for word in fresh if word not in _EVERYWHERE for s in by_head.get(word, ())]
    return found
