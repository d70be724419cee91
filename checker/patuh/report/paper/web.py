"""A paper as one HTML page: no scripts, nothing from elsewhere, printed as it is."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from patuh.chart.svg import render as svg
from patuh.report.paper.blocks import (
    Block,
    Cell,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Paragraph,
    Picture,
)
from patuh_parser.text.shown import shown

_STYLE = Path(__file__).with_name("paper.css").read_text(encoding="utf-8")
_TAGS = {"bold": "strong", "italic": "em", "gone": "del", "come": "ins"}


def render(paper: Paper) -> str:
    """The whole page."""
    blocks = "\n".join(part for block in paper.blocks for part in _block(block))
    return (
        f'<!DOCTYPE html>\n<html lang="{paper.lang}"><head><meta charset="utf-8">'
        f"<title>patuh – {_text(paper.title)}</title><style>\n{_STYLE}</style></head><body>\n"
        f"{blocks}\n</body></html>\n"
    )


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.depth}>{_text(block.text)}</h{block.depth}>"
        case Paragraph():
            mark = f"<span>{_text(block.mark)}</span> " if block.mark else ""
            keeps = " keeps" if block.keeps else ""
            yield f'<p class="{block.style}{keeps}">{mark}{_runs(block.runs)}</p>'
        case Fields():
            yield "<dl>"
            for name, told in block.rows:
                yield f"<dt>{_text(name)}</dt><dd>{_text(told)}</dd>"
            yield "</dl>"
        case Grid():
            yield from _grid(block)
        case NewPage():
            yield "<hr>"
        case Picture():
            yield f"<h2>{_text(block.title)}</h2>{svg(block.drawing, inline=True)}"


def _grid(block: Grid) -> Iterator[str]:
    whole = sum(block.widths)
    yield "<table><colgroup>"
    yield "".join(f'<col style="width:{100 * width / whole:.1f}%">' for width in block.widths)
    yield "</colgroup><thead><tr>"
    yield "".join(f"<th>{_text(name)}</th>" for name in block.head)
    yield "</tr></thead><tbody>"
    for row in block.rows:
        yield f"<tr>{''.join(f'<td>{_runs(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table>"


def _runs(runs: Cell) -> str:
    return "".join(
        f"<{tag}>{_text(run.text)}</{tag}>" if (tag := _TAGS.get(run.look)) else _text(run.text)
        for run in runs
    )


def _text(text: str) -> str:
    return escape(shown(text, "\n")).replace("\n", "<br>")
