"""The mutants that no proposal can tell from the knowledge base, each with the reason.

`equivalents/` has a file for each of `kb/`. It names a rule by its text and a mutant by its
change, so that neither a moved line nor a new rule beside it breaks an entry, and a changed rule
must be judged anew:

    [[equivalent]]
    reason = "why no proposal can tell"
    [equivalent.rules]
    'a(X) :- b(X); c(X).' = ["drop `c(X)`"]
"""

import tomllib
from functools import cache
from pathlib import Path

from mutation.mutants import Mutant, mutants
from mutation.rules import every_rule

_FOLDER = Path(__file__).with_name("equivalents")


@cache
def reasons() -> dict[tuple[str, str], str]:
    """The reason for each (text of the rule, change)."""
    files = sorted(_FOLDER.rglob("*.toml"))
    return {
        (rule, change): entry["reason"]
        for file in files
        for entry in tomllib.loads(file.read_text(encoding="utf-8")).get("equivalent", [])
        for rule, changes in entry["rules"].items()
        for change in changes
    }


def reason(mutant: Mutant) -> str | None:
    """Why no proposal can tell the mutant; None if nothing is recorded."""
    return reasons().get((mutant.rule.text, mutant.change))


@cache
def table_reasons() -> dict[str, str]:
    """The reason for each mutant of a table, by its name (`mutation.tables`)."""
    entries = tomllib.loads((_FOLDER / "tables.toml").read_text(encoding="utf-8"))
    return {name: entry["reason"] for entry in entries["table"] for name in entry["mutants"]}


def unknown() -> set[tuple[str, str]]:
    """Entries of which there is no such rule, or no such mutant of it."""
    recorded = {rule for rule, _ in reasons()}
    made = {
        (rule.text, mutant.change)
        for rule in every_rule()
        if rule.text in recorded
        for mutant in mutants(rule)
    }
    return set(reasons()) - made
