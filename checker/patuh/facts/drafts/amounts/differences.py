"""Facts on amounts that are what two others leave or come to: `surplus`, `pembiayaan neto`."""

import re
from collections.abc import Iterable, Iterator, Mapping

from patuh.facts.drafts.amounts.stated import (
    FIGURES,
    Stated,
    in_provisions,
    in_rows,
    value_of_figures,
    written,
)
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of, terms
from patuh_parser.text.span import Span

_WORD = re.compile(r"[a-z]+")


def _money(name: str) -> str:
    return rf"[^;.R]{{0,60}}Rp\.? ?\(?(?P<{name}>{FIGURES})"


_CURRENCY = "Rp"
Difference = tuple[Span, int, int]


def _change() -> re.Pattern[str]:
    """What was `semula`, by how much it goes up or down, and what it is then."""
    return pattern_of("semula_menjadi", **{one: _money(one) for one in ("before", "by", "after")})


def difference_facts(into: Collector) -> None:
    """The amounts that are not what the others they come from leave."""
    if not any(_CURRENCY in line.text for line in into.draft.lines):
        return
    found = dict.fromkeys((*_named(into), *_changed(into)))
    for index, (at, stated, due) in enumerate(found, 1):
        into.locus("selisih", index, at)
        into.fact(at, "selisih_berbeda", index, string(written(stated)), string(written(due)))


def _named(into: Collector) -> Iterator[Difference]:
    for node in into.draft.walk():
        if len(node.children) > 1:
            yield from _in(in_provisions(into, node.children))
    yield from _in(in_provisions(into, into.draft.provisions()))
    for attachment in into.draft.attachments:
        yield from _in(in_rows(into, attachment))


def _in(amounts: Iterable[Stated]) -> Iterator[Difference]:
    """The wrong ones among amounts of one list, text or table; a name with two says nothing."""
    held: dict[str, Stated | None] = {}
    for one in amounts:
        name = " ".join(
            word for word in _WORD.findall(one.name) if word not in terms().beside_amounts
        )
        same = held.setdefault(name, one)
        if same is not None and same.value != one.value:
            held[name] = None
    known = {name: one for name, one in held.items() if one is not None}
    for rule in terms().differences:
        for wrong in _broken(known, rule):
            known[rule["hasil"]] = Stated(rule["hasil"], wrong[2], wrong[0])  # so that one is told
            yield wrong


def _broken(known: Mapping[str, Stated], rule: Mapping[str, str]) -> Iterator[Difference]:
    parts = [known.get(rule[part]) for part in ("dari", "dengan")]
    result = known.get(rule["hasil"])
    if parts[0] is None or parts[1] is None or result is None:
        return
    one, other = parts[0].value, parts[1].value
    due = one + other if rule["cara"] == "jumlah" else abs(one - other)
    if result.value != due:
        yield result.at, result.value, due


def _changed(into: Collector) -> Iterator[Difference]:
    """`semula Rp…, bertambah Rp…, menjadi Rp…`, in one provision with what it lists."""
    change = _change()
    for node in into.draft.provisions():
        text = " ".join(one.text for one in node.walk())
        found = [*change.finditer(text)] if node.kind in ("pasal", "ayat", "huruf") else []
        within = any(sum(u.text.count("Rp") for u in one.walk()) > 1 for one in node.children)
        if len(found) != 1 or text.count("Rp") != 3 or within:
            continue
        before, by, after = (value_of_figures(found[0][part]) for part in ("before", "by", "after"))
        way = found[0]["way"].lower()
        due = {before + by} if "bertambah" in way else set()
        due |= {before - by} if "berkurang" in way else set()
        if after not in due:
            yield into.first_line(node.place), after, max(due)
