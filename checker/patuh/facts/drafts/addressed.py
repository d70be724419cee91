"""To whom an Instruksi is addressed: the list between `Kepada` and what it orders."""

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.model import Draft, Line, Node

_TO = re.compile(r"\s*Kepada\s*:?\s*(?P<first>.*)")
_ORDER = re.compile(r"\s*(?:Untuk|Agar|Supaya|KESATU|PERTAMA)\b")
_MARKER = re.compile(r"^\s*(?:[0-9]{1,2}|[a-z])[.)]\s*|[;.]?\s*(?:\bdan\s*)?$")
_NUMBER = re.compile(r"\s*(?P<number>[0-9]{1,2})[.)]")
_GENERAL = re.compile(
    r"\b(?:(?i:perangkat|pimpinan|seluruh|semua|segenap|para|pejabat|unit|masing-masing|terkait)"
    r"|[A-Z]{3,})\b|/"
)
"""Words of an addressee who is more than one office, and short names."""
_TOLD = re.compile(
    r"(?:Khusus (?:kepada )?|Kepada )?"
    r"(?P<who>[A-Z][\w-]+(?:,? (?:dan|serta|se-\w+|[A-Z][\w-]+))*)"
    r"(?: (?:agar|supaya|untuk|(?:me|ber)[a-z]{4,20})\b|:? ?\Z)"
)
_NO_TASK = re.compile(r"(?:Segala )?(?:[Bb]iaya|[Pp]embiayaan)\b|Instruksi [^.;]{0,40}\bini\b")
_OVER = re.compile(r"(?:Khusus )?[Kk]epada ?:? ?\Z")
_JOINED = re.compile(r",? (?:dan |serta |(?<=, ))(?=(?P<next>[A-Z][\w-]+))")
_WORD = re.compile(r"[A-Za-z-]+")
_AROUND = re.compile(r" se-.*$| (?:Kabupaten|Kota|Provinsi) .*$")


def addressee_facts(into: Collector) -> None:
    """Each line of the list as a place with its words; who has a task and is not among them."""
    if into.draft.kind != "instruksi":
        return
    listed: list[tuple[Line, str, str]] = []
    for line, text in address_lines(into.draft):
        if name := _MARKER.sub("", text):
            at = into.line(line.number)
            into.part("alamat", into.locus("alamat", line.number, at), name, at)
            listed.append((line, text, name))
    if _complete([text for _, text, _ in listed]):
        _tasks(into, [(line, name) for line, _, name in listed])


def address_lines(draft: Draft) -> Iterator[tuple[Line, str]]:
    """The lines of an Instruksi from `Kepada` on to what is ordered, and their text."""
    if draft.kind != "instruksi":
        return
    lines = [line for line in draft.lines if not line.furniture]
    listed = dropwhile(lambda line: not _TO.match(line.text), lines)
    for line in takewhile(lambda line: not _ORDER.match(line.text), listed):
        first = _TO.match(line.text)
        yield line, first["first"] if first else line.text


def _complete(lines: list[str]) -> bool:
    """Whether each line is one office with its number, and the last one ends the list."""
    numbers = [int(found["number"]) for text in lines if (found := _NUMBER.match(text))]
    whole = len(lines) > 1 and numbers == [*range(1, len(lines) + 1)]
    return whole and lines[-1].rstrip().endswith(".") and not any(map(_GENERAL.search, lines))


def _tasks(into: Collector, listed: list[tuple[Line, str]]) -> None:
    offices = {_words(name): (line, name) for line, name in listed}
    first = {name.split()[0] for _, name in listed}
    told: set[frozenset[str]] = set()
    silent = True
    for node in _orders(into.draft.body):
        found = _TOLD.match(node.text)
        if found is None or found["who"].split()[0] not in first:
            silent = silent and bool(_NO_TASK.match(node.text))
            continue
        for name in _each(found["who"], first):
            same = {one for one in offices if one <= _words(name) or _words(name) <= one}
            told |= same
            if not same and not _GENERAL.search(name):
                at, number = into.first_line(node.place), into.number(node)
                into.fact(at, "bukan_alamat", number, string(name))
    for office in offices if silent and told else ():
        if office not in told and not _named(into.draft.body, offices[office][1]):
            line, name = offices[office]
            at = into.line(line.number)
            into.fact(at, "alamat_tanpa_tugas", line.number, string(name))


def _orders(nodes: Iterable[Node]) -> Iterator[Node]:
    """What is ordered, and each item of a list of those who have a task of their own."""
    for node in nodes:
        yield node
        if _OVER.match(node.text):
            yield from node.children


def _each(who: str, first: set[str]) -> list[str]:
    """Two offices of what has two first words, or one word first; else one with `dan` in it."""
    joined = _JOINED.finditer(who)
    ends = [f.span() for f in joined if f["next"] in first or " " not in who[: f.start()]]
    starts = [0, *(end for _, end in ends)]
    return [who[a:b] for a, b in zip(starts, [*(b for b, _ in ends), len(who)], strict=True)]


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_AROUND.sub("", name).casefold())) - {"dan"}


def _named(nodes: tuple[Node, ...], name: str) -> bool:
    office = _AROUND.sub("", name)
    return any(office in one.text for node in nodes for one in node.walk())
