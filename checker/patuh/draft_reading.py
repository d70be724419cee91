"""What the reader of a draft recognised and noticed, as reports tell it."""

from itertools import groupby

from patuh.finding import ReadAs, Told
from patuh_parser.legal.model import UNREAD, Defect, Draft

_NOTICED = (
    *UNREAD,
    *("perubahan_terlacak", "catatan_kaki", "komentar", "bukan_utf8", "dibaca_lewat"),
    *("teks_ocr", "derau_ocr", "karakter_tersembunyi", "aksara_campur"),
)
"""Defects that say how the file was read, in the order in which they are told."""
_MOST = 8
_VOWELS = frozenset("AEIOU")


def read_as(draft: Draft) -> ReadAs:
    """The kind of a draft in the words of its heading, and how many provisions it has."""
    words = (
        word.lower() if word == "DAN" else word.title() if _VOWELS & {*word} else word
        for word in draft.instrument.upper().split()
    )
    counts = {"Pasal": 0, "Diktum": 0}
    for node in draft.articles():
        if node.number:
            counts[node.kind.capitalize()] += 1
    counts["Lampiran"] = len(draft.attachments)
    parts = tuple((name, count) for name, count in counts.items() if count)
    return ReadAs(" ".join(words), draft.amending, parts)


def noticed(draft: Draft) -> tuple[Told, ...]:
    """What was not read, then how the rest was read, each with its lines."""
    found: list[Told] = []
    for code in _NOTICED:
        defects = [one for one in draft.defects if one.code == code]
        if code in ("halaman_tanpa_teks", "teks_ocr") and defects:
            pages = [int(dict(one.data)["page"]) for one in defects]
            found.append(Told(code, data=(("page", _ranges(pages)),), unread=code in UNREAD))
        elif defects:
            found += _grouped(code, defects)
    return tuple(found)


def _grouped(code: str, defects: list[Defect]) -> list[Told]:
    """One for each thing that is said; what is said often is shortened."""
    if code in ("karakter_tersembunyi", "aksara_campur"):
        return [Told(code, _lines(defects))]
    groups: dict[tuple[tuple[str, str], ...], list[Defect]] = {}
    for one in defects:
        groups.setdefault(one.data, []).append(one)
    told = [
        Told(code, _lines(same) if code == "derau_ocr" else (), data, code in UNREAD)
        for data, same in groups.items()
    ]
    if len(told) > _MOST + 1:
        rest = [one for same in list(groups.values())[_MOST:] for one in same]
        more = (("count", str(len(told) - _MOST)),)
        told = [*told[:_MOST], Told(f"{code}_lain", _lines(rest), more, code in UNREAD)]
    return told


def _lines(defects: list[Defect]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.place.line for one in defects))


def _ranges(numbers: list[int]) -> str:
    """Numbers with their runs shortened: `2, 4–7`."""
    runs = (
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    )
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
