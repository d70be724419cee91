"""Wording of checks in Indonesian and English, from `kb/messages/<lang>/*.toml`."""

import os
import re
from typing import Any

from msgspec import Struct

from patuh.knowledge.root import kb_folder, of_kb
from patuh.messages import Lang
from patuh_parser.disk import Place, names_in
from patuh_parser.stored import toml

_OF_CHECK = frozenset({"judul", "tujuan", "kasus"})
_CHECK = "[a-z][0-9]+"
"""A check; other tables have words of their own, also for titles."""
_OF_CASE = frozenset({"kalimat", "saran", "kumpulkan"})


class CaseMessage(Struct, frozen=True):
    """The sentence and the advice of one case of a check, with `{term}` placeholders.

    Findings that differ only in the term `collects` are told as one.
    """

    sentence: str
    advice: str | None
    collects: str | None = None


class CheckMessage(Struct, frozen=True):
    """Title and purpose of a check and the messages of its cases."""

    check: str
    family: str
    title: str
    purpose: str
    cases: dict[str, CaseMessage]
    heading: str = ""
    """What the checks of the family are about."""


@of_kb
def check_messages(lang: Lang, root: Place | None = None) -> dict[str, CheckMessage]:
    """All checks by lower-case id ("h2"), in the order of the files."""
    found: dict[str, CheckMessage] = {}
    for family, table in _tables(lang, kb_folder(root)).items():
        heading = table.get("keluarga", family)
        for check, entry in table.items():
            if isinstance(entry, dict) and "judul" in entry and re.fullmatch(_CHECK, check):
                found[check] = CheckMessage(
                    check=check.upper(),
                    family=family,
                    title=entry["judul"],
                    purpose=entry.get("tujuan", ""),
                    cases={
                        name: CaseMessage(case["kalimat"], case.get("saran"), case.get("kumpulkan"))
                        for name, case in entry.get("kasus", {}).items()
                    },
                    heading=heading if isinstance(heading, str) else family,
                )
    return found


def unknown_keys(lang: Lang, root: Place | None = None) -> list[str]:
    """Keys of the tables of checks that nothing reads, each with its file: slips of others."""
    found: list[str] = []
    for family, table in _tables(lang, kb_folder(root)).items():
        for check, entry in table.items():
            if isinstance(entry, dict) and isinstance(entry.get("kasus"), dict):
                found += [f"{family}: {check}.{key}" for key in entry.keys() - _OF_CHECK]
                for name, case in entry["kasus"].items():
                    found += [f"{family}: {check}.{name}.{k}" for k in case.keys() - _OF_CASE]
    return sorted(found)


@of_kb
def words(name: str, lang: Lang, root: Place | None = None) -> dict[str, str]:
    """A table of words (`istilah`, `tafsir`, `alasan`) by constant."""
    path = os.path.join(kb_folder(root), "messages", lang, f"{name}.toml")
    table = _table(path) if os.path.isfile(path) else {}
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, str):
            flat[key] = value
        elif isinstance(value, dict):
            flat.update({inner: text for inner, text in value.items() if isinstance(text, str)})
    return flat


@of_kb
def _tables(lang: Lang, root: str) -> dict[str, dict[str, Any]]:
    folder = os.path.join(root, "messages", lang)
    files = names_in(folder, ".toml")
    return {name.removesuffix(".toml"): _table(os.path.join(folder, name)) for name in files}


@of_kb
def _table(path: str) -> dict[str, Any]:
    return toml(path)
