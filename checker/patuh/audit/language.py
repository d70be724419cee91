"""The table of the language: every form, word and closed list that a proposal may use."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from patuh.knowledge.names import gazetteer
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import kb_root
from patuh.messages import Lang, entries, say
from patuh_parser import sotk
from patuh_parser.sotk.forms import SAID
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.stored import toml

_ROOM = Path(sotk.__file__).parent
_PHRASES = ("structure", "structure_only", "changes", "steps")
"""Tables of verbs.toml whose phrases are those of the terminals of the grammar."""
_INTERNAL = {"shared", "sorts", "elsewhere", "helping", "layout", "step_words", "stand_ins"}
_RULE = re.compile(r"^(\w+):(.*?)(?=^\w+:|\Z)", re.MULTILINE | re.DOTALL)
_SYMBOL = re.compile(r"[A-Za-z_]+|[()|?*+]")
_HOLE = re.compile(r"\{\w+\}")
_MARKS = {"DOT": ".", "COLON": ":", "COMMA": ","}
_WRAPPED = {"?": "[{}]", "*": "[{} …]", "+": "{} …"}


def page(lang: Lang) -> str:
    """The page in Markdown."""
    return "\n".join([
        say("language.head", lang),
        *_sentences(lang),
        *_predicates(lang),
        *_phrases(lang),
        *_lists(lang),
        *_names(lang),
        *_regulations(lang),
        *_errors(lang),
        "",
    ])  # fmt: skip


def _sentences(lang: Lang) -> Iterator[str]:
    """Each rule of the grammar with its forms."""
    yield say("language.sentences", lang)
    text = re.sub(r"//.*", "", (_ROOM / "parsing" / "sentences.lark").read_text(encoding="utf-8"))
    for name, body in _RULE.findall(text):
        yield from (f"* {_part(name, lang)}", *(f"  * `{one}`" for one in _forms(body, lang)))
    yield ""


def _predicates(lang: Lang) -> Iterator[str]:
    """What the table of forms says: a form, and the facts of its node."""
    yield from (say("language.predicates", lang), "")
    for node, predicate in SAID.values():
        facts = ", ".join(dict.fromkeys(f"`{fact.split('(')[0]}`" for fact in node.form.facts))
        forms = " / ".join(f"`{one}`" for one in _forms(predicate.grammar, lang))
        yield f"* {forms} → `{node.__name__}`: {facts or say('language.no_fact', lang)}"
    yield ""


def _forms(body: str, lang: Lang) -> list[str]:
    """The alternatives of a rule as they are written; an optional part stands in `[…]`."""
    symbols = _SYMBOL.findall(re.sub(r"-> *\w+", "", body))
    groups: list[list[list[str]]] = [[[]]]
    for symbol in symbols:
        if symbol == "(":
            groups.append([[]])
        elif symbol == ")":
            inner = "|".join(map(_sequence, groups.pop()))
            groups[-1][-1].append(f"({inner})")
        elif symbol == "|":
            groups[-1].append([])
        elif symbol in _WRAPPED:
            last = groups[-1][-1].pop()
            bare = last[1:-1] if last.startswith("(") and symbol != "+" else last
            groups[-1][-1].append(_WRAPPED[symbol].format(bare))
        else:
            groups[-1][-1].append(_symbol(symbol, lang))
    return [_sequence(one) for one in groups[0]]


def _sequence(parts: list[str]) -> str:
    return re.sub(r" ([.:,])(?= |$)", r"\1", " ".join(parts))


def _symbol(name: str, lang: Lang) -> str:
    if name in _MARKS:
        return _MARKS[name]
    if (phrases := tables().phrases.get(name)) and f"part.{name}" not in entries("language", lang):
        return phrases[0]
    return _part(name, lang)


def _part(name: str, lang: Lang) -> str:
    said = say(f"language.part.{name.strip('_')}", lang)
    return f"‹{said}›"


def _phrases(lang: Lang) -> Iterator[str]:
    """The words that the grammar has, with all ways to write each."""
    yield from (say("language.phrases", lang), "")
    found: dict[str, list[str]] = {}
    verbs = toml(_ROOM / "verbs.toml")
    for table in (*(verbs[name] for name in _PHRASES), *(one.words for _, one in SAID.values())):
        for terminal, ways in table.items():
            found.setdefault(terminal, []).extend(ways)
    for terminal, ways in found.items():
        if len(ways) > 1:
            yield f"* **{_symbol(terminal, lang)}**: {_listed(dict.fromkeys(ways))}"
    yield ""


def _lists(lang: Lang) -> Iterator[str]:
    """The tables of verbs.toml, but for the phrases of the grammar and what the reader needs."""
    yield say("language.lists", lang)
    for name, table in toml(_ROOM / "verbs.toml").items():
        if name not in {*_PHRASES, *_INTERNAL}:
            yield from ("", f"### {say(f'language.table.{name}', lang)}", "", *_table(table))
    yield ""


def _names(lang: Lang) -> Iterator[str]:
    yield say("language.names", lang)
    for name, table in toml(kb_root() / "names" / "sorts.toml").items():
        if name != "sorts":
            yield from ("", f"### {say(f'language.table.{name}', lang)}", "", *_table(table))
    yield ""


def _regulations(lang: Lang) -> Iterator[str]:
    """What each regulation has of its own: the patterns and sub-kinds that are lawful."""
    yield from (say("language.regulations", lang), "")
    for law in regulations():
        names = gazetteer(kb_root(), [law.id])
        own = "; ".join(_listed(some) for some in (names.patterns, names.sub_kinds) if some)
        yield from [f"* {law.short}: {own}"] if own else []
    yield ""


def _errors(lang: Lang) -> Iterator[str]:
    yield from (say("language.errors", lang), "")
    for code, words in toml(_ROOM / "messages.toml").items():
        if re.fullmatch(r"E\d+", code):
            yield f"* **{code}** {_HOLE.sub('…', words[lang])}"


def _table(table: Mapping[str, Any]) -> Iterator[str]:
    """A table of words: either word → what it says, or what is said → words."""
    same: dict[str, list[str]] = {}
    by_word = any(isinstance(value, str | int) for value in table.values())
    for word, value in table.items():
        if isinstance(value, dict):
            yield f"* {word}"
            yield from (f"  {line}" for line in _table(value))
        elif isinstance(value, list) and not by_word:
            listed = _listed(filter(None, value))
            yield f"* {word}: {listed}" if listed else f"* {word}"
        else:
            said = ", ".join(value) if isinstance(value, list) else str(value)
            same.setdefault(said, []).append(word)
    for said, words in same.items():
        yield f"* {f'**{said}**: ' if said else ''}{_listed(words)}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
