"""To whom an Instruksi is addressed: the list between `Kepada` and what it orders."""

import re
from itertools import dropwhile, takewhile

from patuh.facts.drafts.collector import Collector

_TO = re.compile(r"\s*Kepada\s*:?\s*(?P<first>.*)")
_ORDER = re.compile(r"\s*(?:Untuk|Agar|Supaya|KESATU|PERTAMA)\b")
_MARKER = re.compile(r"^\s*(?:[0-9]{1,2}|[a-z])[.)]\s*|[;.]?\s*(?:\bdan\s*)?$")


def addressee_facts(into: Collector) -> None:
    """Each line of the list as a place with its words."""
    if into.draft.kind != "instruksi":
        return
    lines = [line for line in into.draft.lines if not line.furniture]
    listed = dropwhile(lambda line: not _TO.match(line.text), lines)
    for line in takewhile(lambda line: not _ORDER.match(line.text), listed):
        first = _TO.match(line.text)
        if name := _MARKER.sub("", first["first"] if first else line.text):
            at = into.line(line.number)
            into.part("alamat", into.locus("alamat", line.number, at), name, at)
