"""A paper as PDF, by typst, the extra `chart`."""

from typing import Any

from msgspec import to_builtins

from patuh.chart.svg import render as svg
from patuh.comparison.filed import PAPERS
from patuh.messages import say
from patuh.report.paper.blocks import Block, Paper, Picture
from patuh.typesetting import typeset
from patuh_parser.text.shown import shown


def render(paper: Paper) -> bytes:
    """The bytes; raises `patuh.typesetting.TypstMissingError` without typst."""
    data = {
        "title": shown(paper.title),
        "lang": paper.lang,
        "size": PAPERS[paper.size],
        "landscape": paper.landscape,
        "page": say("paper.page", paper.lang, at="{at}", of="{of}"),
        "blocks": [_block(block) for block in paper.blocks],
    }
    return typeset("paper", data, "pdf", paper.day)


def _block(block: Block) -> Any:
    if isinstance(block, Picture):
        picture = svg(block.drawing, fitted=False)
        return {"type": "picture", "title": block.title, "svg": picture}
    return _shown(to_builtins(block))


def _shown(value: Any) -> Any:
    """The same with nothing in its texts that is not seen."""
    if isinstance(value, str):
        return shown(value, "\n")
    if isinstance(value, dict):
        return {key: _shown(one) for key, one in value.items()}
    return list(map(_shown, value)) if isinstance(value, list | tuple) else value
