"""What a revision does to proposals, as text and as JSON (`patuh/schema/impact-1.json`)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from patuh.messages import Lang, say
from patuh.report.terminal.style import Style
from patuh.revision.records import Hit, Told
from patuh_parser.text.shown import as_json, shown

SCHEMA = "patuh.impact/1"


def lines(new: str, hits: Sequence[Hit], broken: int, lang: Lang, style: Style) -> Iterator[str]:
    """Totals first, then who is hit and by what, then the checks."""
    hit = [one for one in hits if one.hit]
    skipped = sum(one.skipped for one in hits)
    yield style.paint(
        say("impact.heading", lang, new=shown(new), count=len(hits), hit=len(hit)), "bold"
    )
    if skipped:
        yield say("impact.skipped", lang, count=skipped)
    if broken:
        yield say("impact.broken", lang, count=broken)
    for one in hit:
        yield ""
        yield style.paint(shown(one.path), "bold")
        for name, side in (("new", one.new), ("gone", one.gone)):
            for told in side:
                yield from style.wrapped(_finding(name, told, lang), "  ", "    ")
    if totals := _totals(hits):
        yield ""
        yield style.paint(say("impact.totals", lang), "bold")
        for check, (came, went) in totals.items():
            yield f"  {say('impact.total', lang, check=check, new=came, gone=went)}"


def as_document(new: str, hits: Sequence[Hit], lang: Lang) -> str:
    """The versioned object; the same inputs give the same bytes."""
    return as_json(
        {
            "schema": SCHEMA,
            "lang": lang,
            "new": new,
            "proposals": [
                {
                    "path": one.path,
                    "skipped": one.skipped,
                    "new": [_told(told, lang) for told in one.new],
                    "gone": [_told(told, lang) for told in one.gone],
                }
                for one in hits
            ],
            "totals": [
                {"check": check, "new": came, "gone": went}
                for check, (came, went) in _totals(hits).items()
            ],
        }
    )


def _totals(hits: Sequence[Hit]) -> dict[str, tuple[int, int]]:
    """By check, how many findings come and go."""
    came = Counter(told.check for one in hits for told in one.new)
    went = Counter(told.check for one in hits for told in one.gone)
    return {check: (came[check], went[check]) for check in sorted({*came, *went})}


def _finding(name: str, told: Told, lang: Lang) -> str:
    level = say(f"findings.level.{told.level.name}", lang)
    return f"{say(f'impact.{name}', lang)}: {level}[{told.check}] {shown(told.said[lang])}"


def _told(told: Told, lang: Lang) -> dict[str, Any]:
    return {
        "check": told.check,
        "level": told.level.name,
        "subject": told.subject,
        "message": told.said[lang],
    }
