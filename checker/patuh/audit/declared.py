"""What the knowledge base declares to be meant: `kb/audit/declared.toml`."""

import tomllib
from dataclasses import dataclass

from patuh.knowledge.root import kb_root


@dataclass(frozen=True, slots=True)
class Declaration:
    """A thing that is meant so; `reason` says why, by language."""

    subject: str
    reason: tuple[tuple[str, str], ...]


def unused() -> dict[str, Declaration]:
    """The predicates ("ketentuan_tak_diuji/3") that no rule uses, on purpose."""
    return {entry["predicate"]: _declaration(entry["predicate"], entry) for entry in _of("unused")}


def implied() -> dict[tuple[str, str], Declaration]:
    """Pairs of checks ("N4", "N3") of which the first never fires without the second."""
    return {
        (entry["check"], entry["brings"]): _declaration(entry["check"], entry)
        for entry in _of("implied")
    }


def _declaration(subject: str, entry: dict[str, str]) -> Declaration:
    return Declaration(subject, (("id", entry["id"]), ("en", entry["en"])))


def _of(table: str) -> list[dict[str, str]]:
    path = kb_root() / "audit" / "declared.toml"
    if not path.is_file():
        return []
    found: list[dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8")).get(table, [])
    return found
