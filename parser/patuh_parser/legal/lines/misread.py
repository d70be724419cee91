"""Misread characters in the words that carry structure; each repair is reported.

Only what can be nothing else is repaired, letter for letter or by a blank, so that places stay:
``Pasa1 5``, ``ayat (l)``, ``(1O)`` or ``{1)`` at the head of a line, ``BAB l1``, ``Tahun 2O23``,
``P a s a l 1``, ``ayat ( 1)``, ``Undang - Undang``, ``tanggal20 Mei``, ``1Januari``,
``2011tentang``.
"""

import re
from collections.abc import Callable

from patuh_parser.text.dates import MONTHS

_DIGIT = str.maketrans("lI|OoSB", "1110058")
_ROMAN = str.maketrans("l1|", "III")
_NOISE = re.compile(r"\^|^[|~_`·]{1,2} +(?=\S)| +[|~_`·]{1,2}$")
_YEAR = r"(?=[0-9lIOoSB]{4}\b)(?=[lIOoSB]*[0-9])[0-9lIOoSB]{4}"
_MONTHS = "|".join(month.capitalize() for month in MONTHS)
_FEW = r"[0-9lI|O]{1,3}"
_COUNT = r"(?=[0-9lIO]*[0-9])[0-9lIO]{1,4}\b(?!/)"


def _digits(found: re.Match[str]) -> str:
    return found[0].translate(_DIGIT)


def _unspaced(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


_WORDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("asa", re.compile(r"\b[Pp]asa[1I|](?= )"), lambda m: m[0][:-1] + "l"),
    ("aya", re.compile(r"\b[Aa]ya[1l](?= \()"), lambda m: m[0][:-1] + "t"),
    ("Menirnbang", re.compile(r"\bMenirnbang\b"), lambda m: m[0].replace("rn", "m")),
    ("MEMUTUS", re.compile(r"\bMEMUTUS(?:I\(|l\(|I<|l<)AN\b"), lambda m: f"{m[0][:-4]}KAN"),
    ("a s a l", re.compile(r"\bP a s a l(?= )"), _unspaced),
    ("A S A L", re.compile(r"^P A S A L(?= )"), _unspaced),
    ("A B", re.compile(r"^B A B(?= [IVX])"), _unspaced),
    ("dang", re.compile(r"\bUndang(?: - ?|- )[Uu]ndang\b"), _unspaced),
    ("DANG", re.compile(r"\bUNDANG(?: - ?|- )UNDANG\b"), _unspaced),
    ("Nomor ", re.compile(r"(?<=\bNomor )[0-9] [0-9]{1,2}(?= Tahun [0-9])"), _unspaced),
    (
        "Nomor ",
        re.compile(r"(?<=\bNomor )[0-9]{1,3} [0-9]{1,3}(?=, Tambahan\b|\)[;. ]|\)$)"),
        _unspaced,
    ),
    ("ayat (", re.compile(r"\b[0-9]{1,3}(?=ayat \()"), lambda m: m[0] + " "),
    ("Tahun ", re.compile(r"(?<=\bTahun )(?:19|20) [0-9]{2}\b"), _unspaced),
    ("TAHUN", re.compile(r"\bTAHUN(?=[12][0-9]{3}\b)"), lambda m: m[0] + " "),
    ("Tahun", re.compile(r"\bTahun(?=[12][0-9]{3}\b)"), lambda m: m[0] + " "),
    ("undang kan", re.compile(r"\bDi ?undang kan(?= di\b)"), _unspaced),
    ("i tetap", re.compile(r"\bDi tetap ?kan(?= di\b)"), _unspaced),
    ("anggal", re.compile(r"\b[Tt]anggal(?=[0-9])"), lambda m: m[0] + " "),
    ("", re.compile(rf"\b[0-9]{{1,2}}(?=(?:{_MONTHS})\b)"), lambda m: m[0] + " "),
    ("TAHUN", re.compile(r"\b[0-9]{1,4}(?=TAHUN [0-9]{4}\b)"), lambda m: m[0] + " "),
    ("Tahun", re.compile(r"\b[0-9]{1,4}(?=Tahun [0-9]{4}\b)"), lambda m: m[0] + " "),
    ("tentang", re.compile(r"\b[0-9]{4}(?=tentang\b)"), lambda m: m[0] + " "),
    ("{", re.compile(rf"(?:^|(?<=\b[Aa]yat ))\{{(?={_FEW}[)}}])"), lambda _: "("),
    ("}", re.compile(rf"(?:^|(?<=\b[Aa]yat ))\({_FEW}\}}"), lambda m: m[0][:-1] + ")"),
    ("(", re.compile(rf"(?:^|(?<=\b[Aa]yat ))\((?: {_FEW} ?| ?{_FEW} )\)"), _unspaced),
    ("yat (", re.compile(r"(?<=\b[Aa]yat \()[0-9lI|O]{1,3}(?=\))"), _digits),
    ("(", re.compile(r"^\((?=[0-9lI|O])[0-9lI|O]{1,3}\)(?= |$)"), _digits),
    (
        "asal ",
        re.compile(r"(?<=\b[Pp]asal )(?=[0-9lOoS]*[0-9])(?=[0-9]*[lOoS])[0-9lOoS]{1,4}\b"),
        _digits,
    ),
    ("Tahun ", re.compile(rf"(?<=\bTahun ){_YEAR}"), _digits),
    ("TAHUN ", re.compile(rf"(?<=\bTAHUN ){_YEAR}"), _digits),
    ("Nomor ", re.compile(rf"(?<=\bNomor ){_COUNT}"), _digits),
    ("NOMOR ", re.compile(rf"(?<=\bNOMOR ){_COUNT}"), _digits),
    (
        "BAB ",
        re.compile(r"(?<=^BAB )[IVXl1|]*[IVXl|][IVXl1|]*(?= |$)"),
        lambda m: m[0].translate(_ROMAN),
    ),
    (
        "LAMPIRAN ",
        re.compile(r"(?<=^LAMPIRAN )[l|]{1,3}(?= ?:|$)"),
        lambda m: m[0].translate(_ROMAN),
    ),
)
"""Letters that must be there, what is misread beside them, how it is read."""


def repair(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a line with its misread numbers repaired, and (written, read) for each."""
    found: list[tuple[str, str]] = []
    if not text.isascii() or any(mark in text for mark in "^|~_`"):
        text = " ".join(_NOISE.sub("", text).split())
    for letters, pattern, reading in _WORDS:
        if letters not in text:
            continue

        def replaced(match: re.Match[str], reading=reading) -> str:  # type: ignore[no-untyped-def]
            read: str = reading(match)
            if read != match[0]:
                found.append((match[0], read))
            return read

        text = pattern.sub(replaced, text)
    return text, tuple(found)
