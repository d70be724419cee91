"""What a run has found, kept in a file, and the table of it.

A line for each mutant, so that a run that was cut off goes on where it stopped. What was found
under another `kb/` does not count.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mutation.cases import knowledge
from mutation.equivalent import reason
from mutation.mutants import Mutant, mutants
from mutation.rules import Rule

NO_PROGRAM = "no program"
"""In the place of a case: clingo refuses the mutant, whatever the proposal."""
COLUMNS = ("mutants", "killed", "equivalent", "surviving")


class Results:
    """For every mutant tried: the case that notices it, or None."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._found: dict[tuple[str, str, str], str | None] = {}
        if path and path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                kb, *key, killer = json.loads(line)
                if kb == knowledge():
                    self._found[key[0], key[1], key[2]] = killer

    def add(self, mutant: Mutant, killer: str | None) -> None:
        """Remember, and write down."""
        key = _key(mutant)
        self._found[key] = killer
        if self._path:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([knowledge(), *key, killer], ensure_ascii=False) + "\n")

    def killer(self, mutant: Mutant) -> str | None:
        """The case that notices the mutant, as far as was tried."""
        return self._found.get(_key(mutant))

    def tried(self, mutant: Mutant) -> bool:
        """Whether the mutant was tried at all."""
        return _key(mutant) in self._found


def _key(mutant: Mutant) -> tuple[str, str, str]:
    return mutant.rule.file, mutant.rule.text, mutant.text


@dataclass(slots=True)
class Row:
    """How the mutants of a check or an article fared; `untried` were not run."""

    mutants: int = 0
    killed: int = 0
    equivalent: int = 0
    surviving: int = 0
    untried: int = 0


def table(rules: Iterable[Rule], results: Results) -> Iterator[str]:
    """The rows of a Markdown table: one for each check or file, and the sum."""
    rows: dict[str, Row] = {}
    total = Row()
    for rule in rules:
        row = rows.setdefault(rule.under, Row())
        for mutant in mutants(rule):
            for each in (row, total):
                _count(each, mutant, results)
    yield f"| | {' | '.join(COLUMNS)} |"
    yield f"|---|{'---:|' * len(COLUMNS)}"
    for name, row in [*sorted(rows.items(), key=lambda item: _order(item[0])), ("all", total)]:
        if row.mutants:
            yield f"| {name} | {' | '.join(str(getattr(row, column)) for column in COLUMNS)} |"
    judged = total.killed + total.equivalent
    yield ""
    yield f"Killed or equivalent: {judged} of {total.mutants} ({_percent(judged, total.mutants)})."
    if total.untried:
        yield f"Not tried: {total.untried}."


def _count(row: Row, mutant: Mutant, results: Results) -> None:
    killer = results.killer(mutant)
    if killer == NO_PROGRAM:
        return
    if not results.tried(mutant):
        row.untried += 1
        return
    row.mutants += 1
    if killer:
        row.killed += 1
    elif reason(mutant):
        row.equivalent += 1
    else:
        row.surviving += 1


def _order(name: str) -> tuple[bool, str, int]:
    """Checks first, by family and number; then files."""
    return ("/" in name, name if "/" in name else name[0], 0 if "/" in name else int(name[1:]))


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
