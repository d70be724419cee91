"""Every diagnostic: `errors.txt` holds texts, each with the errors that it gives."""

import tomllib
import unicodedata
from collections.abc import Iterator

import pytest
from sotk_support import HEADER, ROOT, cases, names_of

from patuh_parser.sotk import Diagnostic, SotkError, decode, message, read_header, read_proposal
from patuh_parser.text.letters import PASTED

CASES = cases("errors.txt")
MESSAGES = ROOT / "parser" / "patuh_parser" / "sotk" / "messages.toml"
LIMITS = {
    "E008", "E211", "E313", "E314", "E315", "E316", "E409", "E410", "E411", "E412", "E512", "E513",
    "E705",
}  # fmt: skip
"""test_limits.py has them, test_dispensations.py the last."""
OUTSIDE_THE_CASES = {"E001", "E002", "E003", "E004", "E005", "E006", "E704", *LIMITS}
"""E704 is of a name that only the knowledge base has."""
WITH_A_BASE = {f"E{number}" for number in range(603, 615)}
"""Errors of applying a change; tests/checker/test_amending.py has them."""


def lines_of(error: SotkError) -> list[str]:
    """Each diagnostic as `line:column code message // help`."""
    found = []
    for diagnostic in error.diagnostics:
        text, help_text = message(diagnostic, "id")
        place = f"{diagnostic.span.line}:{diagnostic.span.column}"
        found.append(
            f"{place} {diagnostic.code} {text}" + (f" // {help_text}" if help_text else "")
        )
    return found


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_errors(text: str, expected: list[str]) -> None:
    body = text if ":" in text.split("\n")[0] or text.startswith(("#", "x")) else HEADER + text
    with pytest.raises(SotkError) as caught:
        read_proposal(body, names_of("kutim_41_2023"), "x.sotk")
    assert lines_of(caught.value) == expected


def test_every_code_has_a_case() -> None:
    codes = {key for key in tomllib.loads(MESSAGES.read_text(encoding="utf-8")) if key[0] == "E"}
    shown = {line.split(" ")[1] for _, expected in CASES for line in expected}
    assert codes - shown == OUTSIDE_THE_CASES | WITH_A_BASE
    assert shown <= codes


def test_every_message_is_complete_in_both_languages() -> None:
    for code, entry in tomllib.loads(MESSAGES.read_text(encoding="utf-8")).items():
        entries = [entry] if code.startswith("E") else list(entry.values())
        for words in entries:
            for lang in ("id", "en"):
                assert words[lang]
                assert not words[lang].endswith(".")
            assert ("hint_id" in words) == ("hint_en" in words)


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"USULAN : x\nDAERAH : \xff\xfey", "E001", (2, 10)),
        (b"USULAN : x\0", "E002", (1, 11)),
        (b"PK\x03\x04\x00\xff", "E002", (1, 1)),
        ("USULAN : x\u202ey".encode(), "E004", (1, 11)),
        ("USULAN : x\u2061y".encode(), "E005", (1, 11)),
    ],
)
def test_bytes(data: bytes, code: str, place: tuple[int, int]) -> None:
    with pytest.raises(SotkError) as caught:
        decode(data, "x.sotk")
    found: Diagnostic = caught.value.diagnostics[0]
    assert (found.code, (found.span.line, found.span.column)) == (code, place)


HIDDEN = {
    *map(chr, (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)),
    *map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
}
"""Letters and marks that Unicode calls ignorable (DerivedCoreProperties)."""


def unseen() -> Iterator[str]:
    """Every mark of format, and of what is no character or private some of each stretch."""
    yield from HIDDEN
    for number in range(0x110000):
        category = unicodedata.category(chr(number))
        if (
            category == "Cf"
            or number & 0xFFFE == 0xFFFE
            or (category in ("Cn", "Co") and number % 997 == 0)
        ):
            yield chr(number)


def test_no_name_differs_by_a_character_that_nobody_sees() -> None:
    every = dict.fromkeys(unseen())
    assert len(every) > 1_000
    for char in set(every) - set(PASTED):
        with pytest.raises(SotkError) as caught:
            decode(f"USULAN : Dinas Sos{char}ial".encode(), "x.sotk")
        found = caught.value.diagnostics[0]
        assert (found.code in ("E004", "E005"), found.span.column) == (True, 19)
        assert found.args == (f"U+{ord(char):04X}",)


def test_what_is_seen_is_read() -> None:
    seen = "".join(c for c in map(chr, range(0x20, 0x20000)) if c.isprintable() and c not in HIDDEN)
    text = f"é – “a” \xa0 \u2028 \t \f {seen}"
    assert decode(text.encode(), "x.sotk") == text


def test_encodings() -> None:
    text = "USULAN : x\nDAERAH : Paser\n"
    assert decode(text.encode("utf-8-sig"), "x") == text
    assert decode(text.encode("utf-16"), "x") == text
    assert read_header(text).region == "Kabupaten Paser"


@pytest.mark.parametrize("blank", ["\t", "\v", "\f", "\x85", "\u00a0", "\u2028"])
def test_every_kind_of_blank_is_a_blank(blank: str) -> None:
    text = f"USULAN : x\nDAERAH : Kabupaten Paser\nDASAR : Pasal{blank}satu\n"
    with pytest.raises(SotkError) as caught:
        read_header(text)
    assert caught.value.diagnostics[0].args == ("Pasal satu",)


@pytest.mark.parametrize("more", [0, 1, 30])
def test_only_so_many_errors_are_kept(more: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a smaller limit; tests/test_documented_limits.py has the real one."""
    monkeypatch.setattr("patuh_parser.sotk.errors.Diagnostics.LIMIT", 20)
    body = HEADER + "STRUKTUR\n" + "Toko Roti membawahi Bupati.\n" * (20 + more)
    with pytest.raises(SotkError) as caught:
        read_proposal(body, names_of("kutim_41_2023"))
    lines = lines_of(caught.value)
    assert [line.split(" ")[:2] for line in lines[:20]] == [
        [f"{at}:1", "E301"] for at in range(5, 25)
    ]
    kept = f"24:1 E006 masih ada {more} galat lain; perbaiki dahulu yang di atas"
    assert lines[20:] == ([kept] if more else [])


def test_the_header_alone_names_a_misspelt_part_too() -> None:
    text = "USULAN : x\nDAERAH :\nSTRUKTUR\nDinas Sosial.\nSTRUKTR\n"
    with pytest.raises(SotkError) as caught:
        read_header(text)
    assert [(d.code, d.span.line) for d in caught.value.diagnostics] == [("E108", 2), ("E206", 5)]


def test_a_misspelt_part_leaves_the_header_of_use() -> None:
    text = "USULAN : x\nDAERAH : Kabupaten Paser\nSTRUKTUR\nDinas Sosial.\nSTRUKTR\n"
    assert read_header(text).region == "Kabupaten Paser"
