"""Properties over arbitrary texts, arbitrary layout and arbitrary trees."""

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.ids import ProvisionIdError, label, parse_label
from patuh_parser.legal.model import Draft, Node

from .outline import regulation

Shape = tuple[str, str, str, tuple["Shape", ...]]

LINES = [
    "BAB I",
    "BAB II ...",
    "Bagian Kesatu",
    "Paragraf 1",
    "Pasal 1",
    "Pasal 2",
    "Pasal 1 ...",
    "(1)",
    "(2) dan",
    "a. x;",
    "b. y.",
    "1. x:",
    "a) y",
    "1) z",
    "- 3 -",
    "BUPATI PASER",
    "...",
    "Menimbang : a.",
    "Agar setiap orang",
    "LAMPIRAN",
    "sesuai ayat",
    "huruf a dan",
    "",
    "- ",
    "-",
]
PHRASES = [
    "Bupati",
    "Perangkat Daerah",
    "menurut Pasal 2",
    "pada ayat (1) huruf a",
    "angka 1",
    "sesuai BAB II",
    "wajib berkoordinasi",
    "dan/atau",
    "Nomor 23 Tahun 2014",
    "(lintas sektoral)",
    "pada ayat (1) dan (2)",
    "Kepala Bagian Kesatuan",
    "tugas-tugas",
]
FRAGMENTS = st.text(st.characters(exclude_characters="\r"), max_size=8)
BELOW = {
    "pasal": ["ayat", "a.", "1."],
    "ayat": ["a.", "1."],
    "a.": ["1.", "a)"],
    "1.": ["a)"],
    "a)": ["1)"],
    "1)": ["(n)"],
    "(n)": [],
}


def marker(style: str, place: int) -> str:
    letter = chr(ord("a") + place - 1)
    forms = {"ayat": f"({place})", "(n)": f"({place})", "pasal": str(place)}
    return forms.get(style, style.replace("a", letter).replace("1", str(place)))


@st.composite
def provisions(draw: st.DrawFn, style: str, place: int, path: str, last: bool) -> Shape:
    """One provision; only the last leaf below a pasal or ayat ends in a full stop."""
    kind = {"pasal": "pasal", "ayat": "ayat"}.get(style, "huruf" if "a" in style else "angka")
    number = marker(style, place)
    own_id = f"{path}{kind}-{number.strip('().')}"
    below = draw(st.sampled_from([None, *BELOW[style]]))
    words = " ".join(draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6)))
    if below is None:
        return own_id, number, f"{words} itu{'.' if last else ';'}", ()
    count = draw(st.integers(1, 4))
    children = tuple(
        draw(provisions(below, at, f"{own_id}.", below == "ayat" or (last and at == count)))
        for at in range(1, count + 1)
    )
    return own_id, number, "" if below == "ayat" else f"{words} meliputi:", children


@st.composite
def regulations(draw: st.DrawFn) -> tuple[Shape, ...]:
    count = draw(st.integers(1, 4))
    return tuple(draw(provisions("pasal", at, "", True)) for at in range(1, count + 1))


def shape(node: Node) -> Shape:
    return node.id or "", node.number, node.text, tuple(shape(child) for child in node.children)


def shapes(law: Draft) -> tuple[Shape, ...]:
    return tuple(shape(node) for node in law.articles())


def printed(nodes: tuple[Shape, ...], noise: Random) -> str:
    """Print a tree with arbitrary line breaks, blank lines, indents, bullets and blanks."""
    lines: list[str] = []
    for provision_id, number, text, children in nodes:
        is_pasal = "." not in provision_id
        words = text.split(" ")
        current = "" if is_pasal else noise.choice(["", "- "]) + number
        if is_pasal:
            lines.append(f"Pasal {number}")
        for word in words:
            breaks = noise.random() < 0.2 and not current.endswith(("-", "/"))
            if breaks and not word.startswith("-"):
                lines += [current] + [" \t"] * noise.randrange(3)
                current = word
            else:
                current += noise.choice([" ", "  "]) + word
        lines.append(current)
        lines.append(printed(children, noise))
    return "\n".join(
        noise.choice(["", "   ", "\t"]) + line for line in "\n".join(lines).split("\n")
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(LINES) | FRAGMENTS, max_size=30), st.booleans())
def test_any_mix_of_lines_is_read_or_refused(lines: list[str], opened: bool) -> None:
    source = "\n".join(["Pasal 1", *lines] if opened else lines)
    with suppress(DraftError):
        law = regulation(source)
        nodes = [node for node in law.provisions() if node.id]
        lines_read = {line.number for line in law.lines}
        assert all({node.place.line, node.place.end_line} <= lines_read for node in nodes)
        assert all(node.place.line <= node.place.end_line for node in nodes)
        for node in nodes:
            with suppress(ProvisionIdError):  # drafts have numbers that no regulation has
                assert parse_label(label(node.id or "")) == node.id


@settings(max_examples=70, deadline=None)
@given(regulations(), st.integers())
def test_a_printed_tree_reads_back_to_the_same_tree(nodes: tuple[Shape, ...], seed: int) -> None:
    assert shapes(regulation(printed(nodes, Random(seed)))) == nodes


@pytest.mark.parametrize("name", ["paser", "kutim"])
@pytest.mark.parametrize("seed", range(8))
def test_layout_does_not_change_the_corpus(
    name: str, seed: int, request: pytest.FixtureRequest
) -> None:
    nodes = shapes(request.getfixturevalue(name))
    assert shapes(regulation(printed(nodes, Random(seed)))) == nodes


@pytest.mark.parametrize("name", ["paser", "kutim"])
@pytest.mark.parametrize("seed", range(5))
def test_blank_lines_and_white_space_do_not_change_the_corpus(
    name: str, seed: int, request: pytest.FixtureRequest
) -> None:
    noise = Random(seed)
    source: str = request.getfixturevalue(f"{name}_source")
    noisy = "\n".join(
        " " * noise.randrange(4)
        + line.replace(" ", " " * noise.randrange(1, 4))
        + "\t" * noise.randrange(2)
        + "\n" * noise.randrange(3)
        for line in source.split("\n")
    )
    assert shapes(regulation(noisy)) == shapes(request.getfixturevalue(name))
