"""The words of the program: both languages say the same things, and Python asks for all of them."""

import ast
import builtins
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

import patuh
from patuh.cli import main
from patuh.messages import both, entries, fill, told

CODE = Path(patuh.__file__).parent
WORDS = CODE / "messages"
FILES = sorted(path.stem for path in (WORDS / "id").glob("*.toml"))
PLACES = re.compile(r"\{(\w+)(?:!r)?\}")
BY_NAME = {"click", "help", "language", "page"}
"""Asked for by the English sentence, by the names of commands, options, tables and rules, and by
the page in the browser (tests/web)."""

TAKES = {
    **dict.fromkeys(("say", "both", "told", "count", "WrongCallError", "FaultError"), (0, "")),
    "refused": (3, "refused."),
    "failure": (1, "refused."),
    "Defect": (0, "audit.defect."),
    "Note": (0, "audit.note."),
    **dict.fromkeys(("said", "note", "wrong"), (0, "import.")),
}
"""Which argument is the key, and what stands before it."""


def test_the_languages_have_the_same_files() -> None:
    assert sorted(path.stem for path in (WORDS / "en").glob("*.toml")) == FILES


@pytest.mark.parametrize("file", FILES)
def test_the_languages_have_the_same_keys_and_placeholders(file: str) -> None:
    ours, theirs = entries(file, "id"), entries(file, "en")
    assert list(ours) == list(theirs)
    for key, text in ours.items():
        here, there = set(PLACES.findall(text)), set(PLACES.findall(theirs[key]))
        assert here <= there if file == "click" else here == there, key
        assert text.strip()
        assert theirs[key].strip()


def test_every_key_is_asked_for_and_every_key_asked_for_is_there() -> None:
    asked, prefixes, constants = set[str](), set[str](), set[str]()
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                prefixes.add(str(node.values[0].value))
            if isinstance(node, ast.Call):
                asked.update(_keys(node))
    known = {
        f"{file}.{key}" for file in FILES if file not in BY_NAME for key in entries(file, "id")
    }
    assert asked - known - {key for key in asked if key.partition(".")[0] in BY_NAME} == set()
    composed = {
        key
        for key in known
        for whole in (key, key.partition(".")[2])
        for prefix in prefixes | {""}
        if "." in whole and whole.startswith(prefix)
        if "." in prefix or not prefix
        if whole.removeprefix(prefix) in constants
    }
    asked_with = {
        key for key in known if re.sub("_(hint|one)$", "", key) in (constants | asked) - {key}
    }
    assert known - constants - composed - asked_with == set()


def _keys(call: ast.Call) -> Iterator[str]:
    """The key that a call gives to what says it."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    at, prefix = TAKES.get(name, (len(call.args), ""))
    if at < len(call.args) and isinstance(key := call.args[at], ast.Constant):
        key = f"{prefix}{key.value}"
        if re.fullmatch(r"\w+\.[\w.]+", key):
            yield key


def test_the_english_sentences_of_click_are_those_that_it_says() -> None:
    said = {
        node.value
        for path in Path(click.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    prefix = "Invalid value for {param_hint}: "
    texts = entries("click", "en").values()
    assert [text for text in texts if not {text, text.removeprefix(prefix)} & said] == []


def _commands(
    group: click.Group, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    yield path, group
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))
        else:
            yield (*path, name), command


@pytest.mark.parametrize("lang", ["id", "en"])
def test_help_is_in_the_language_asked_for(patuh: Callable[..., Any], lang: str) -> None:
    words = entries("help", "en" if lang == "en" else "id")
    used = {
        "commands",
        "required",
        "option.debug",
        "metavar.options",
        "metavar.command",
        "option.help",
    }
    for path, command in _commands(main):
        run = patuh(*path, "--help", "--lang", lang)
        shown = " ".join(run.out.split())
        keys = [f"{command.name}.text"]
        if isinstance(command, click.Group):
            keys += [f"{name}.short" for name in command.list_commands(click.Context(command))]
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                name = max(parameter.opts, key=len).lstrip("-")
                own = f"option.{command.name}.{name}"
                keys.append(own if own in words else f"option.{name}")
        assert run.code == 0
        assert "[required]" not in shown or lang == "en"
        for key in keys:
            assert " ".join(words[key].replace("\b", "").split()) in shown
        used.update(keys)
        assert shown.startswith("Usage: " if lang == "en" else "Pemakaian: ")
        assert ("Options:" in shown) is (lang == "en")
        assert ("[PILIHAN]" in shown) is (lang == "id")
    assert used == set(words)


def test_only_names_are_filled_in() -> None:
    assert fill("{a} {a.b} {a!r} {a:>9} {{a}} {}", {"a": "{b}"}) == (
        "{b} {a.b} {a!r} {a:>9} {{b}} {}"
    )
    with pytest.raises(KeyError):
        fill("{a}", {})


def test_a_value_in_both_languages_and_a_hint() -> None:
    assert both("calls.not_written", path="a", reason={"id": "x", "en": "y"}) == {
        "id": "a: tidak dapat ditulis: x",
        "en": "a: cannot be written: y",
    }
    assert told("inputs.too_long", seconds="1")["en"] == (
        "the check has not ended within 1 seconds",
        "raise --timeout, or divide the proposal",
    )
    assert told("inputs.ended")["id"][1] is None


ALLOWED = {
    "{}\n\\ No newline at end of file\n": "a line of the form of unified diffs",
    "pada tanggal ": "the law's own words, in the signature of a draft",
    "pada tanggal {}": "the same",
    "tidak berlaku": "the same, of what a draft repeals",
    "Ditetapkan di": "the same",
    "usulan ini": "the language of proposals",
    "lengkap untuk ": "the same",
}


def test_no_sentence_for_people_stands_in_python() -> None:
    """No three words in a row, nor two that the tables have; those of rules and tags apart.

    What an error of programmers says, a built-in one, one of the engine or of a pattern, is for
    programmers.
    """
    words = {
        word
        for file in FILES
        for lang in ("id", "en")
        for text in entries(file, lang).values()  # type: ignore[arg-type]
        for word in re.findall("[a-z]{2,}", re.sub(r"\{\w+\}|`[^`]*`", "", text))
    }
    found = {
        text: path.relative_to(CODE).as_posix()
        for path in sorted(CODE.rglob("*.py"))
        for text in _texts(ast.parse(path.read_text(encoding="utf-8")))
        if _is_sentence(re.sub("<[^>]*>", "", text), words)
    }
    assert {text: place for text, place in found.items() if text not in ALLOWED} == {}
    assert found.keys() == ALLOWED.keys()


def test_a_sentence_in_python_would_be_noticed() -> None:
    tree = ast.parse(
        '"""A docstring."""\nx = f"{y} bukan usulan"\nraise ValueError("not for them")'
    )
    assert [text for text in _texts(tree) if _is_sentence(text, {"bukan", "usulan"})] == [
        "{} bukan usulan"
    ]


def _is_sentence(text: str, words: set[str]) -> bool:
    if ":-" in text:
        return False
    pairs = re.findall(r"(?=\b([A-Za-z]+) ([a-z]+)\b)", text)
    known = any({one.lower(), other} <= words for one, other in pairs)
    return known or re.search(r"\b[A-Za-z]+ [a-z]+ [a-z]+\b", text) is not None


def _texts(tree: ast.Module) -> Iterator[str]:
    """The constants and the f-strings of a module, the latter with `{}` for what is filled in."""
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or (
            isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and _for_code(node.exc)
        ):
            passed.update(ast.walk(node))
    for node in ast.walk(tree):
        if node in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
            passed.update(node.values)
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _for_code(call: ast.Call) -> bool:
    name = getattr(call.func, "id", "")
    return hasattr(builtins, name) or name in {"EngineError", "PatternError"}
