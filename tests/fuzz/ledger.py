"""The blocks in which the knowledge base quotes a regulation, leaf by leaf."""

import io

from patuh.knowledge.provisions import Quotation, blocks

from . import Traits
from .bounds import twice

SUFFIX = ".lp"
LONGEST = 768
WORDS = (
    "%% Pasal 1 ayat (1) [pasal-1.ayat-1]\n", "%  Sekretaris Daerah ", "%% ", "%  ", "% ", "%*",
    "*%", "[pasal-2.huruf-a]", "[", "]", "\n", "\n\n", "p(R, a, \"pasal-1.ayat-1\").\n",
    'ketentuan_tak_diuji(R, "pasal-1", asas).\n', "\r", "\f", "\u2028", "\x85", "\t", "    ",
)  # fmt: skip


def harness(data: bytes) -> Traits:
    """Cut a file into its blocks, each with its line; written anew they are the same."""
    text = io.TextIOWrapper(io.BytesIO(data), "utf-8", "replace").read()
    found = twice(lambda: blocks("r", "f.lp", text), data)
    lines = text.split("\n")
    for block in found:
        assert lines[block.line - 1] == f"%% {block.label} [{block.id}]"
        assert set(block.text.split()) <= set(text.split())
        assert block.encoding in text
    again = blocks("r", "f.lp", "\n\n".join(map(_written, found)))
    assert [(one.id, one.label, one.text.split()) for one in again] == [
        (one.id, one.label, one.text.split()) for one in found
    ]
    assert [one.encoding for one in again] == [f"p.\n {one.encoding}".strip() for one in found]
    return {(bool(block.text), block.encoding.count("\n")) for block in found}


def _written(block: Quotation) -> str:
    return f"%% {block.label} [{block.id}]\n%  {block.text}\np.\n {block.encoding}"
