"""Lists of checks and provisions: all by family, or those that a search found."""

import re
from collections.abc import Iterable, Iterator, Sequence

from patuh.knowledge.messages import CheckMessage, check_messages
from patuh.knowledge.provisions import Quotation
from patuh.knowledge.regulations import laws, regulation
from patuh.messages import Lang, say
from patuh.report.headings import in_quotes
from patuh.report.terminal.style import Style

MOST = 40
"""So many checks, and so many provisions, are shown of those found."""
_AROUND = 90
"""Letters of a provision that are shown before the first word found."""
_WINDOW = 300


def all_checks(lang: Lang, style: Style) -> Iterator[str]:
    """Every check under the heading of its family, then the regulations that can be listed."""
    families: dict[str, list[CheckMessage]] = {}
    for one in check_messages(lang).values():
        families.setdefault(one.heading, []).append(one)
    for heading, every in sorted(families.items(), key=lambda item: _order(item[1][0])):
        yield style.paint(heading, "bold")
        yield from _checks(sorted(every, key=_order), style)
        yield ""
    yield style.paint(say("explain.list.laws", lang), "bold")
    for law in laws():
        yield from style.wrapped(law.short, f"  {law.id:<16}", " " * 18)
    yield ""
    yield from style.wrapped(say("explain.list.more", lang), "", "")


def found(
    checks: Sequence[CheckMessage],
    provisions: Sequence[Quotation],
    words: Sequence[str],
    lang: Lang,
    style: Style,
) -> Iterator[str]:
    """The checks, then the provisions with their words around the first one found."""
    if checks:
        yield style.paint(say("search.checks", lang, count=len(checks)), "bold")
        yield from _checks(checks[:MOST], style)
        yield from _more(len(checks), lang)
    if checks and provisions:
        yield ""
    if provisions:
        yield style.paint(say("search.provisions", lang, count=len(provisions)), "bold")
    for one in provisions[:MOST]:
        law = regulation(one.regulation).short
        yield from style.wrapped(f"{one.label} {law} ({one.regulation} {one.id})", "  ")
        yield from style.wrapped(in_quotes(_around(one.text, words)), "      ")
    yield from _more(len(provisions), lang)


def _more(count: int, lang: Lang) -> Iterator[str]:
    if count > MOST:
        yield f"  {say('inputs.left.more', lang, count=count - MOST)}"


def _checks(checks: Iterable[CheckMessage], style: Style) -> Iterator[str]:
    for one in checks:
        yield from style.wrapped(one.title, f"  {one.check:<5}", " " * 7)


def _order(one: CheckMessage) -> tuple[str, int]:
    return one.check[0], int(one.check[1:])


def _around(text: str, words: Sequence[str]) -> str:
    """As much of a text as is shown, cut at blanks."""
    places = [text.casefold().find(word) for word in words]
    first = min((at for at in places if at >= 0), default=0)
    start = 0 if first <= _AROUND else text.rfind(" ", 0, first - _AROUND) + 1
    end = len(text) if len(text) <= start + _WINDOW else text.rfind(" ", 0, start + _WINDOW)
    cut = re.sub(r"\s+", " ", text[start : max(end, start + 1)])
    return f"{'… ' if start else ''}{cut}{' …' if end < len(text) else ''}"
