"""The page of levels: what each finding on a draft weighs, and the provision it rests on."""

import re
from collections import defaultdict
from collections.abc import Iterator

from patuh.engine.rules.statements import statements
from patuh.finding import Level
from patuh.knowledge.catalogue import Check, cited_by
from patuh.knowledge.messages import check_messages
from patuh.knowledge.programs import DRAFTING, HIGHER, drafting_programs
from patuh.knowledge.provisions import Quotation, blocks
from patuh.knowledge.regulations import regulation
from patuh.messages import Lang, say

_HEAD = re.compile(r"temuan\((\w+), *\w+, *(\w+), *(\w+),")
_HOLE = re.compile(r"\{(\w+)\}")
_ROOM = "drafting/checks/"
_FEW, _MANY = 2, 20
"""Of more than a few provisions it is told what they say; of very many the first and the last."""

Weighed = dict[Level, dict[tuple[str, str], list[Quotation]]]
"""By level the cases of checks, with the provisions that they rest on."""


def page(lang: Lang) -> str:
    """The page in Markdown."""
    weighed = _weighed()
    lines = [say("levels.head", lang)]
    for level in sorted(weighed, reverse=True):
        lines += [say(f"levels.{level.name}", lang), say("levels.columns", lang), "|---|---|---|"]
        lines += [*_rows(weighed[level], lang), ""]
    return "\n".join(lines)


def _weighed() -> Weighed:
    """What the rules on drafts find at each level."""
    found: Weighed = defaultdict(lambda: defaultdict(list))
    provisions = list(_provisions())
    for one in statements(drafting_programs()):
        head = _HEAD.match(one.text)
        if head is not None and one.place.startswith(_ROOM):
            level, check, case = head.groups()
            of_case = found[Level[level]][check, case]
            rule = Check(check, one.place, 1, one.text)
            of_case += [one for one in cited_by(rule, provisions) if one not in of_case]
    return found


def _provisions() -> Iterator[Quotation]:
    """Those whose norms hold for drafts."""
    for program in drafting_programs():
        folder, _, inner = program.name.removeprefix(f"{HIGHER}/").rpartition("/")
        law = DRAFTING if folder.startswith("drafting") else folder.removeprefix("national/")
        yield from blocks(law, inner, program.text)


def _rows(cases: dict[tuple[str, str], list[Quotation]], lang: Lang) -> Iterator[str]:
    messages = check_messages(lang)
    for check, case in sorted(cases, key=lambda key: (key[0][0], int(key[0][1:]), key[1])):
        sentence = _HOLE.sub(r"⟨\1⟩", messages[check].cases[case].sentence)
        yield f"| {check.upper()} | {sentence} | {_basis(cases[check, case], lang)} |"


def _basis(provisions: list[Quotation], lang: Lang) -> str:
    if not provisions:
        return say("levels.in_force", lang)
    if len(provisions) <= _FEW:
        return "; ".join(map(_named, provisions))
    if len(provisions) > _MANY:
        return f"{_named(provisions[0])} – {provisions[-1].label}"
    return "<br>".join(f"{_named(one)}: {one.text.partition(': ')[2]}" for one in provisions)


def _named(provision: Quotation) -> str:
    return f"{regulation(provision.regulation).short} {provision.label}"
