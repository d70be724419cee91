"""Proposals as parts and sentences, so that tests can move, double and split them."""

import re
from dataclasses import dataclass, replace

_PART = re.compile(r"(STRUKTUR|BAGAN|ALUR)\b(?!.*\.\s*$)")
_LEADS_ON = re.compile(r"(,|;|:|\b(dan|kepada|oleh|melalui|dengan|atas|kemudian))\s*$")
_ITEM = re.compile(r"\s*[-•]\s")


@dataclass(frozen=True)
class Parts:
    """A proposal taken apart: lines of the header, and the sentences of each part."""

    header: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    """Heading and sentences; a sentence is its lines, joined."""

    @property
    def text(self) -> str:
        """The proposal, put together again."""
        parts = ("\n".join([heading, *sentences]) for heading, sentences in self.parts)
        return "\n\n".join(["\n".join(self.header), *parts]) + "\n"

    def sentences(self, keyword: str) -> list[str]:
        """The sentences of the parts with this keyword."""
        found = (own for heading, own in self.parts if heading.startswith(keyword))
        return [sentence for own in found for sentence in own]

    def with_structure(self, sentences: list[str]) -> "Parts":
        """The same with other sentences in its first STRUKTUR."""
        parts = [(heading, list(own)) for heading, own in self.parts]
        for part in parts:
            if part[0].startswith("STRUKTUR"):
                part[1][:] = sentences
                break
        return replace(self, parts=tuple((heading, tuple(own)) for heading, own in parts))


def parts_of(text: str) -> Parts:
    """The parts of a proposal; comments and blank lines are left out."""
    header: list[str] = []
    parts: list[tuple[str, list[str]]] = []
    for raw in text.splitlines():
        line = re.sub(r"(^|\s)#.*", "", raw).rstrip()
        if not line:
            continue
        if _PART.match(line):
            parts.append((line, []))
        elif not parts:
            header.append(line)
        else:
            _add(parts[-1][1], line)
    return Parts(tuple(header), tuple((heading, tuple(own)) for heading, own in parts))


def _add(sentences: list[str], line: str) -> None:
    follows = sentences and (
        line[0].isspace() or _ITEM.match(line) or _LEADS_ON.search(sentences[-1])
    )
    if follows:
        sentences[-1] += f"\n{line}"
    else:
        sentences.append(line)


def lists_split(sentence: str) -> str:
    """The sentence with a list of its own for every entry of its lists."""
    lines: list[str] = []
    heading: str | None = None
    first = True
    for line in sentence.split("\n"):
        if _ITEM.match(line) and heading is not None:
            if not first:
                lines.append(heading)
            lines.append(re.sub(r"\s*(;\s*dan|;|\.)$", "", line))
            first = False
            continue
        heading, first = (line, True) if line.endswith(":") else (None, True)
        lines.append(line)
    return "\n".join(lines)
