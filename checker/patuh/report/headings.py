"""The way down to a provision: chapter, and the opening phrases above it."""

import textwrap

from patuh.finding import Citation
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import regulation


def heading_path(citation: Citation) -> tuple[str, ...]:
    """Chapter and section of the article, then the opening phrases of the branches above."""
    parts = citation.provision.split(".")
    quoted = quotations(citation.regulation)
    chapter = regulation(citation.regulation).chapter_of(parts[0])
    above = [
        textwrap.shorten(quoted[name].text, 90, placeholder=" …")
        for depth in range(1, len(parts))
        if (name := ".".join(parts[:depth])) in quoted
    ]
    return (*([chapter] if chapter else []), *above)


def in_quotes(text: str) -> str:
    """The text of a provision in quotation marks; a summary, which says so, without."""
    return text if text.startswith("Ringkasan:") else f"“{text}”"
