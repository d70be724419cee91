"""What an example says as part of a sentence: without the marks of the language of proposals."""

import re
from collections.abc import Iterable

from patuh.messages import Lang, say

_FLOW = re.compile(r'ALUR (.+) ".*"')
_STEP = re.compile(r"\d+\. (.+)")
_HEAD = re.compile(r"([A-Z]+) +: (.+)")
_ATTRIBUTE = re.compile(r"[a-z ]+: .+")


def spoken(lines: Iterable[str], lang: Lang) -> str:
    """The lines of an example in a row, steps behind their workflow and its attributes."""
    found: list[str] = []
    flow: list[str] = []
    for line in (line.strip().rstrip(".") for line in lines):
        if kind := _FLOW.fullmatch(line):
            flow = [say("diff.in_flow", lang, kind=kind[1])]
        elif flow and _ATTRIBUTE.fullmatch(line):
            flow.append(line)
        elif step := _STEP.fullmatch(line):
            before = _named(flow)
            found.append(f"{before}: {step[1]}" if before else step[1])
            flow = []
        elif head := _HEAD.fullmatch(line):
            found.append(f"{head[1].lower()} {head[2]}")
        else:
            found.append(line)
    return "; ".join(found)


def _named(flow: list[str]) -> str:
    return f"{flow[0]} ({', '.join(flow[1:])})" if flow[1:] else "".join(flow)
