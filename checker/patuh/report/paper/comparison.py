"""The comparison of two proposals as a paper: units, the matrix semula – menjadi, findings."""

import datetime
from collections.abc import Iterator
from typing import Literal

from patuh.comparing import Comparison
from patuh.messages import Lang, say
from patuh.report.changes import change_in_words, unassessed
from patuh.report.naming import named
from patuh.report.paper.blocks import (
    Block,
    Cell,
    Fields,
    Grid,
    Heading,
    Paper,
    Paragraph,
    Run,
    text,
)
from patuh.report.wording import Wording, date_in_words
from patuh.version import __version__


def comparison_paper(
    found: Comparison, lang: Lang, day: datetime.date, size: Literal["a4", "f4"] = "a4"
) -> Paper:
    """The whole paper."""
    title = say("compare.title", lang)
    return Paper(title, lang, day, tuple(_blocks(found, lang, day)), landscape=True, size=size)


def _blocks(found: Comparison, lang: Lang, day: datetime.date) -> Iterator[Block]:
    yield Heading(say("compare.title", lang), 1)
    sides = (("matrix.semula", found.base), ("matrix.menjadi", found.proposal))
    yield Fields(
        (
            *(
                (say(key, lang), f"{result.input.title} ({named(result.input.path)})")
                for key, result in sides
            ),
            (say("paper.date", lang), f"{date_in_words(day, lang)} · patuh {__version__}"),
        )
    )
    if found.units:
        yield Heading(say("compare.units", lang), 2)
        for change in found.units:
            kind = Run(f"{say(f'compare.change.{change.kind}', lang)}: ", "bold")
            yield Paragraph((kind, Run(change_in_words(change, lang))), "item", "–")
    yield Heading(say("compare.matrix", lang), 2)
    yield _matrix(found, lang) if found.matrix else text(say("compare.same", lang))
    for word, findings, source in found.findings:
        yield Heading(f"{say(f'compare.{word}', lang)}: {len(findings)}", 2)
        wording = Wording(lang, source.input)
        for number, finding in enumerate(findings, 1):
            head = Run(f"{wording.level(finding.level)} [{finding.check}] ", "bold")
            laws = ", ".join(dict.fromkeys(map(wording.named, finding.citations)))
            where = wording.line(finding.place)
            told = f"{wording.sentence(finding)} ({', '.join(filter(None, (where, laws)))})"
            if why := wording.accepted(finding):
                told += f" – {why}"
            yield Paragraph((head, Run(told)), "item", f"{number}.")
    yield Heading(say("findings.not_assessed", lang).capitalize(), 2)
    for told in unassessed(found, lang):
        yield text(told, "item", "–")


def _matrix(found: Comparison, lang: Lang) -> Grid:
    """A row for each aspect of a unit, which each names: a page may begin with any of them."""
    rows: list[tuple[Cell, ...]] = []
    unit = None
    for number, row in enumerate(found.matrix, 1):
        name = Run(row.unit, "plain" if row.unit == unit else "bold")
        unit = row.unit
        before, after = _sentences(row.before, "gone"), _sentences(row.after, "come")
        rows.append(((Run(f"{number}."),), (name,), before, after))
    columns = ("matrix.no", "compare.unit", "matrix.semula", "matrix.menjadi")
    head = tuple(say(key, lang) for key in columns)
    return Grid((head[0], head[1].capitalize(), *head[2:]), (1, 5, 9, 9), tuple(rows))


def _sentences(texts: tuple[str, ...], look: Literal["gone", "come"]) -> Cell:
    return (Run("\n".join(texts), look) if texts else Run("–"),)
