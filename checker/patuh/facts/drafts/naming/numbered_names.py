"""Facts on the name of a draft where it stands again with another year, ordinal or word."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.naming.title_words import other_titles
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of
from patuh_parser.legal.lines.numerals import ordinal, roman
from patuh_parser.text.span import Span

_YEARS = r"[0-9]{4}(?: ?[-–—/] ?[0-9]{4})?(?![0-9])"
_UNITS = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_ORDINAL = (
    r"(?i:ke(?: ?- ?[0-9IVXLC]{1,7}| [0-9]{1,4})"
    rf"|pertama|ke[ -]?(?:{_UNITS}|sepuluh|sebelas)(?: ?(?:belas|puluh)(?: (?:{_UNITS}))?)?)"
    r"(?![0-9A-Za-z])"
)
_NUMBERED = re.compile(
    rf"(?P<words>[A-Za-z]+ [A-Za-z]+) (?P<number>{_ORDINAL})(?: (?P<after>[A-Za-z]+)|$)"
)
_KE = re.compile(r"^ke\W*", re.IGNORECASE)
_DASH = re.compile(r" ?[-–—/] ?")
_WORDS = 3
"""Words before the year by which the name is known."""


def numbered_name_facts(into: Collector) -> None:
    """The name of the draft in provisions and attachments, with another year, ordinal or word."""
    found: dict[Span, tuple[str, str]] = {}
    for name, number in () if into.draft.amending else _numbered(into.draft.title):
        others = [one for one in _said(into, name) if _plain(one[1]) != _plain(number)]
        found.update((at, (said, number)) for at, said in others)
    lines = {at.line for at in found}
    found.update(
        (at, (said, name)) for at, said, name in other_titles(into) if at.line not in lines
    )
    for index, (at, (said, number)) in enumerate(found.items(), 1):
        into.locus("tahun_nama", index, at)
        into.fact(at, "tahun_nama_lain", index, string(said), string(number))


def _numbered(title: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """What finds the words of a title before its year or an ordinal, and the number that it has."""
    found = pattern_of("nama_bertahun", years=_YEARS).search(title)
    if found and len(words := found["words"].split()[-_WORDS:]) == _WORDS:
        yield _finding([*words, *found["unit"].split()], _YEARS), found["number"]
        if found["budget"]:
            yield pattern_of("lampiran_anggaran"), found["number"]
    yield from _team(title)
    ordinals = [*_NUMBERED.finditer(title)]
    if len(ordinals) == 1:
        one = ordinals[0]
        after = rf"\W+{one['after']}\b" if one["after"] else ""
        yield _finding(one["words"].split(), _ORDINAL, after), one["number"]


def _team(title: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """What finds the only team of a title, also where one word of its name is another."""
    teams = [*pattern_of("nama_tim").finditer(title)]
    words = teams[0]["words"].split() if len(teams) == 1 else []
    if len(words) >= _WORDS:
        others = pattern_of("bagian_tim").pattern
        each = [
            r"\W+".join([*map(re.escape, words[:at]), others, *map(re.escape, words[at + 1 :])])
            for at in range(len(words))
        ]
        name = re.compile(
            rf"\b(?P<number>{re.escape(teams[0]['head'])}\W+(?:{'|'.join(each)}))\b", re.IGNORECASE
        )
        yield name, f"{teams[0]['head']} {' '.join(words)}"


def _finding(words: list[str], number: str, after: str = "") -> re.Pattern[str]:
    before = r"\W+".join(map(re.escape, words))
    return re.compile(rf"{before}\W+(?P<number>{number}){after}", re.IGNORECASE)


def _said(into: Collector, name: re.Pattern[str]) -> Iterator[tuple[Span, str]]:
    """Where considerations, provisions and attachments have these words, with their number."""
    for node in into.draft.provisions():
        for one in name.finditer(node.text):
            yield into.words(node, *one.span("number")), one["number"]
    before = pattern_of("hal_lampau")
    considered = into.draft.preamble.menimbang
    for node in considered.walk() if considered else ():
        for one in name.finditer(node.text) if not before.search(node.text) else ():
            yield into.words(node, *one.span("number")), one["number"]
    for at, line, one in _in_attachments(into, name):
        if one[0].isupper() and not before.search(line):
            yield at, one["number"]


def _in_attachments(
    into: Collector, name: re.Pattern[str]
) -> Iterator[tuple[Span, str, re.Match[str]]]:
    """Where attachments have a name outside what they say of the draft, with the line up to it."""
    named = [title.place for title in into.draft.titles if title.where == "lampiran"]
    for part in into.parts["isi_lampiran"]:
        for one in name.finditer(part.text):
            at, line = part.within(*one.span("number")), part.text.rfind("\n", 0, one.start()) + 1
            if not any(place.line <= at.line <= place.end_line for place in named):
                yield at, part.text[line : one.end()], one


def _plain(number: str) -> str:
    """A year, period or ordinal as others may write it."""
    bare = _KE.sub("", number).upper()
    value = roman(bare) or ordinal(f"KE{bare}") or ordinal(bare)
    return str(value) if value else " ".join(_DASH.sub("-", bare).split())
