"""Valid files with lines gone, doubled or swapped, words of the grammar and odd characters."""

import importlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.corpus import seeds

ODD = (
    "\0", "\x1b[31m", "\x85", "\xa0", "\xad", "\u0301", "e\u0301", "\u200b", "\u200e", "\u202e",
    "\u2028", "\u2029", "\u2066", "\ufeff", "\ufffd", "\U0001f600", "\U000e0041",
    "İ", "ß", "ﬁ", "²", "٣", "Ⅳ",
    "\r", "\r\n", "\n\r", "\f", "\v", "\t" * 300, " " * 3_000, "x" * 5_000, "Dinas " * 700,
    "(" * 500,
    '"' * 501, "." * 800, "{0}", "%s", "\\n", "{unit}", "a. b. c.", "- " * 400, "1" * 5_000,
)  # fmt: skip
"""Controls, marks of direction, combining and invisible characters, digits that are none, line
ends of other systems, and very long lines."""


@st.composite
def mutated(draw: st.DrawFn, texts: list[str], words: tuple[str, ...]) -> bytes:
    """One of the texts after one to four changes."""
    lines = draw(st.sampled_from(texts)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        change = draw(st.sampled_from(["delete", "double", "swap", "word", "odd", "odd line"]))
        if change == "delete" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(other, lines[at])
        elif change == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif change == "odd line":
            lines.insert(at, draw(st.sampled_from(ODD)))
        else:
            piece = draw(st.sampled_from(words if change == "word" else ODD))
            column = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:column] + piece + lines[at][column:]
    end = draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\u2028"]))
    return (draw(st.sampled_from(["", "", "\ufeff"])) + end.join(lines)).encode()


def harness_and_inputs(target: str) -> tuple[Callable[[bytes], None], st.SearchStrategy[bytes]]:
    module = importlib.import_module(f"fuzz.{target}")
    texts = [data.decode("utf-8", "replace") for data in seeds(module)]
    tokens = st.lists(st.sampled_from([*module.WORDS, *ODD]), max_size=25).map("".join)
    return module.harness, mutated(texts, module.WORDS) | tokens.map(str.encode)


@pytest.mark.parametrize(
    ("target", "examples"),
    [
        ("sotk", 150),
        ("legal_text", 260),
        ("docx", 150),
        ("rules", 120),
        ("tables", 120),
        ("ledger", 100),
        ("expectations", 100),
        ("check", 10),
        ("draft", 6),
    ],
)
def test_mutated_files_hold_the_properties(target: str, examples: int) -> None:
    harness, inputs = harness_and_inputs(target)

    @settings(max_examples=examples)
    @given(inputs)
    def holds(data: bytes) -> None:
        harness(data)

    holds()
