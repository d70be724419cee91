"""Comments behind sentences, and how they outlive a change of their line."""

import re

from msgspec.structs import replace

from patuh.finding import Edit

_QUOTED = re.compile(r'"[^"]*"')


def indent(line: str) -> str:
    """The blanks at the beginning of a line."""
    return line[: len(line) - len(line.lstrip())]


def comment(line: str) -> str:
    """The comment behind a sentence, with the blanks before it; a `#` in a quoted name is none."""
    bare = _QUOTED.sub(lambda match: "_" * len(match[0]), line)
    at = bare.find("#")
    code = bare[:at].rstrip() if at > 0 else ""
    return line[len(code) :] if code else ""


def commented(edit: Edit) -> Edit:
    """The edit with the comments of the old lines behind the new ones, or on lines of their own."""
    lines = list(edit.lines)
    for offset, old in enumerate(edit.old):
        said = comment(old)
        if not said or any(said.strip() in line for line in lines):
            continue
        if offset < len(lines) and "#" not in lines[offset]:
            lines[offset] += said
        else:
            lines.insert(offset, f"{indent(old)}{said.strip()}")
    return replace(edit, lines=tuple(lines))
