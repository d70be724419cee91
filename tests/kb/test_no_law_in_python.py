"""Which offices, units, sorts and checks there are, data say: no string in Python names one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from patuh.knowledge.catalogue import checks
from patuh.knowledge.names import gazetteer
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import kb_root
from patuh_parser.legal.parts.cited_units import RANK

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for room in ("checker", "parser") for path in (ROOT / room).rglob("*.py"))
KNOWN = gazetteer(kb_root(), [law.id for law in regulations()])
KEYS = {
    *KNOWN.first_words.values(),
    *(word for name in KNOWN.names for word in (name.key, name.sort) if " " not in word),
}
"""Offices and sorts as rules write them: `sekretaris_daerah`."""
NAMES = {*KNOWN.first_words, *(name.name for name in KNOWN.names)}
"""Offices, units and first words as proposals write them: `Sekretaris Daerah`, `Setda`, `Dinas`."""
_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(NAMES, key=len)[::-1]))})(?!\w)")


def strings(module: str) -> Iterator[str]:
    """The string constants of a module, those in f-strings too, but no docstring."""
    tree = ast.parse(module)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def law_in(text: str) -> set[str]:
    """What of the law a string names; a word of a sentence is no sort (`tidak ada bagian`)."""
    words = set(re.findall(r"\w+", text))
    keys = {key for key in words & KEYS if "_" in key or " " not in text.strip()}
    return keys | {*_NAME.findall(text)} | words & set(checks())


def reads_texts(path: Path, module: str) -> bool:
    """Whether the module reads the texts of regulations, in which a Bagian is a part of a text."""
    return "legal" in path.parts or "patuh_parser.legal" in module


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("sekretaris_daerah", {"sekretaris_daerah"}),
        ("unit(bupati,bupati)", {"bupati"}),
        ("  bertanggung jawab kepada Sekretaris Daerah.", {"Sekretaris Daerah"}),
        ("^(Dinas|Badan)", {"Dinas", "Badan"}),
        ("V5", {"V5"}),
        ("V5a", set()),
        ("tidak ada bagian itu", set()),
        ("pelaku", set()),
    ],
)
def test_an_office_a_sort_and_a_check_are_told_from_other_words(text: str, named: set[str]) -> None:
    assert law_in(text) == named


def test_a_docstring_is_no_string_of_the_program() -> None:
    module = '"""Bupati."""\nx = f"{1} Bupati"\n"""Of `x`: a Dinas."""\n'
    assert list(strings(module)) == [" Bupati"]


def test_no_string_of_the_product_names_an_office_a_sort_or_a_check() -> None:
    found = {}
    for path in MODULES:
        module = path.read_text(encoding="utf-8")
        parts = {*RANK, *map(str.title, RANK)} if reads_texts(path, module) else set()
        named = {word for text in strings(module) for word in law_in(text)} - parts
        if named:
            found[str(path.relative_to(ROOT))] = sorted(named)
    assert found == {}
