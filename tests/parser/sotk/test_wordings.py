"""What a pattern requires of a text: never more than its regular expression does."""

import pytest

from patuh_parser.sotk.wordings import first_words, may_have, required


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("<A> adalah <B>", (("adalah",),)),
        (
            "[jenis] (koordinasi|hubungan kerja) <P:KIND> ada",
            (("koordinasi", "hubungan"), ("ada",)),
        ),
        ("satu|dua", ()),
        ("(a [b]|[c] d) e", (("e",),)),
        ("<V:(diketuai|dibina)> <R?> <O:(x|<Y>)> oleh", (("diketuai", "dibina"), ("oleh",))),
        ("UNITS (UNITS|b) … c", (("c",),)),
    ],
)
def test_what_a_pattern_requires(pattern: str, needed: tuple[tuple[str, ...], ...]) -> None:
    assert required(pattern) == needed
    assert may_have("".join(f" {words[-1]}" for words in needed), needed)
    assert not needed or not may_have(" lain", needed)


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("pelaksanaan <A> adalah <B>", ("pelaksanaan",)),
        ("(walau|meski) <T> , <A>", ("walau", "meski")),
        ("<K:(pada|setiap)> <T> <W>", ("pada", "setiap")),
        ("[sudah] (merupakan|menjadi) <A>", ()),
        ("<A:UNITS> dan <B>", ()),
        ("(a|[b]) c", ()),
        ("satu|dua", ()),
    ],
)
def test_what_a_pattern_begins_with(pattern: str, first: tuple[str, ...]) -> None:
    assert first_words(pattern) == first
