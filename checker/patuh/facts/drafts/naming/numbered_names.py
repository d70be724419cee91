"""Facts on the name of a draft where it stands again with another year or ordinal."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.text.span import Span

_YEARS = r"[0-9]{4}(?: ?[-–—/] ?[0-9]{4})?(?![0-9])"
_NAMED_YEARS = re.compile(
    rf"(?P<words>.+?) (?P<unit>(?:periode|masa bakti|masa jabatan|tahun anggaran|tahun)) "
    rf"(?P<years>{_YEARS})$",
    re.IGNORECASE,
)
_ORDINAL = r"(?i:ke)(?: ?- ?[0-9IVXLC]{1,7}| [0-9]{1,4})(?![0-9A-Za-z])"
_NUMBERED = re.compile(
    rf"(?P<words>[A-Za-z]+ [A-Za-z]+) (?P<number>{_ORDINAL}) (?P<after>[A-Za-z]+)"
)
_BEFORE = re.compile(r"\b(?:evaluasi|realisasi|capaian|hasil)\b", re.IGNORECASE)
"""Words of an attachment on what was before."""
_DASH = re.compile(r" ?[-–—/] ?")
_WORDS = 3
"""Words before the year by which the name is known."""


def numbered_name_facts(into: Collector) -> None:
    """The name of the draft in its provisions and attachments, with another year or ordinal."""
    index = 0
    for name, number in () if into.draft.amending else _numbered(into.draft.title):
        for at, said in _said(into, name):
            if _plain(said) != _plain(number):
                index += 1
                into.locus("tahun_nama", index, at)
                into.fact(at, "tahun_nama_lain", index, string(said), string(number))


def _numbered(title: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """What finds the words of a title before its year or an ordinal, and the number that it has."""
    found = _NAMED_YEARS.search(title)
    if found and len(words := found["words"].split()[-_WORDS:]) == _WORDS:
        yield _finding([*words, *found["unit"].split()], _YEARS), found["years"]
    ordinals = [*_NUMBERED.finditer(title)]
    if len(ordinals) == 1:
        one = ordinals[0]
        yield _finding(one["words"].split(), _ORDINAL, rf"\W+{one['after']}\b"), one["number"]


def _finding(words: list[str], number: str, after: str = "") -> re.Pattern[str]:
    before = r"\W+".join(map(re.escape, words))
    return re.compile(rf"{before}\W+(?P<number>{number}){after}", re.IGNORECASE)


def _said(into: Collector, name: re.Pattern[str]) -> Iterator[tuple[Span, str]]:
    """Where provisions and names of attachments have these words, with their number."""
    for node in into.draft.provisions():
        for one in name.finditer(node.text):
            yield into.words(node, *one.span("number")), one["number"]
    for attachment in into.draft.attachments:
        found = [] if _BEFORE.search(attachment.name) else [*name.finditer(attachment.name)]
        inside = into.draft.lines_of(attachment.place)
        for one in found:
            here = (line.number for line in inside if one["number"] in line.text)
            yield into.line(next(here, attachment.place.line)), one["number"]


def _plain(number: str) -> str:
    """A year, period or ordinal as others may write it."""
    return re.sub(r"^ke\W*", "", _DASH.sub("-", number).casefold())
