"""What the knowledge base declares to be meant: `kb/audit/declared.toml`."""

import tomllib
from typing import Any

from msgspec import Struct

from patuh.knowledge.root import kb_root

FILE = "audit/declared.toml"
_KEYS = {
    "unused": ("predicate", "id", "en"),
    "implied": ("check", "brings", "id", "en"),
    "untold": ("norm", "id", "en"),
}


class Declaration(Struct, frozen=True):
    """A thing that is meant so; `reason` says why, by language."""

    subject: str
    reason: tuple[tuple[str, str], ...]


def unused() -> dict[str, Declaration]:
    """The predicates ("ketentuan_tak_diuji/3") that no rule uses, on purpose."""
    return {entry["predicate"]: _declaration(entry["predicate"], entry) for entry in _of("unused")}


def untold() -> dict[str, Declaration]:
    """The norms, as clingo prints them, that no proposal can tell."""
    return {entry["norm"]: _declaration(entry["norm"], entry) for entry in _of("untold")}


def implied() -> dict[tuple[str, str], Declaration]:
    """Pairs of checks ("N4", "N3") of which the first never fires without the second."""
    return {
        (entry["check"], entry["brings"]): _declaration(entry["check"], entry)
        for entry in _of("implied")
    }


def without_reason() -> list[tuple[str, str]]:
    """The declarations that lack their reason, each with the language; blanks are none."""
    return [
        (declaration.subject, lang)
        for declaration in (*unused().values(), *implied().values(), *untold().values())
        for lang, reason in declaration.reason
        if not reason.strip()
    ]


def misshapen(data: dict[str, Any]) -> tuple[str, dict[str, str]] | None:
    """What is wrong with the form of the table: key and values of the words; None if nothing."""
    for table, entries in data.items():
        keys = _KEYS.get(table)
        if keys is None:
            return "unknown_table", {"table": table}
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            return "no_list_of_tables", {"table": table}
        for entry in entries:
            wanted = next((key for key in keys if not isinstance(entry.get(key), str)), None)
            if wanted is not None:
                return "no_entry", {"table": table, "key": wanted}
    return None


def _declaration(subject: str, entry: dict[str, str]) -> Declaration:
    return Declaration(subject, (("id", entry["id"]), ("en", entry["en"])))


def _of(table: str) -> list[dict[str, str]]:
    path = kb_root() / FILE
    if not path.is_file():
        return []
    found: list[dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8")).get(table, [])
    return found
