"""Pages of `patuh explain`: a check, or a provision with its encoding."""

import re
import textwrap
from collections.abc import Iterator

from patuh.checking import not_at_hand as missing_of
from patuh.finding import Citation, Input
from patuh.knowledge.catalogue import Check, checks_of, norms_of
from patuh.knowledge.messages import check_messages, words
from patuh.knowledge.programs import DRAFTING
from patuh.knowledge.provisions import Quotation, untested
from patuh.knowledge.regulations import Regulation, laws, national, of_drafts, regulation
from patuh.messages import Lang, say
from patuh.report.headings import heading_path, in_quotes
from patuh.report.terminal.style import Style
from patuh.report.wording import Wording


def check_page(check: Check, lang: Lang, style: Style) -> Iterator[str]:
    """The page of a check, line by line."""
    wording = check_messages(lang)[check.id.lower()]
    yield style.paint(f"{check.id} – {wording.title}", "bold")
    if wording.purpose:
        yield from _section(say("explain.page.why", lang), wording.purpose, style)
    yield from _heading(say("explain.page.cases", lang), style)
    for case in wording.cases.values():
        yield from style.wrapped(_blanks(case.sentence), "  - ")
        if case.advice:
            yield from style.wrapped(_blanks(case.advice), "      → ")
    yield from _heading(say("explain.page.law", lang), style)
    for law in _laws(check):
        norms = norms_of(check, law.id)
        if not norms and law in national():
            continue
        yield f"  {law.short}" + ("" if norms else f": {say('explain.page.off', lang)}")
        for norm in norms:
            yield from style.wrapped(f"{norm.label} – {norm.text}", "    ")
        for text in not_at_hand(law, lang):
            yield from style.wrapped(text, "    ")
    texts = words("tafsir", lang)
    if check.readings:
        yield from _heading(say("explain.page.readings", lang), style)
        for name, value in check.readings:
            text = texts.get(f"{name}_{value}") or texts.get(name) or ""
            yield from style.wrapped(f"tafsir_{name}={value}: {text}", "  ")
    yield from _heading(f"{say('explain.page.rules', lang)} (kb/{check.file}:{check.line})", style)
    yield textwrap.indent(check.source, "  ")


def _laws(check: Check) -> list[Regulation]:
    """The laws that a check may rest on: those for texts of drafts, else the regulations."""
    if check.file.startswith("drafting/"):
        return list(of_drafts())
    return [law for law in laws() if law.id != DRAFTING]


def provision_page(quotation: Quotation, lang: Lang, style: Style) -> Iterator[str]:
    """The page of a provision, line by line."""
    law = regulation(quotation.regulation)
    yield style.paint(f"{quotation.label} {law.short}", "bold")
    citation = Citation(quotation.regulation, quotation.id, quotation.label, quotation.text)
    for heading in heading_path(citation):
        yield from style.wrapped(heading, "  ")
    yield from _section(say("explain.page.text", lang), in_quotes(quotation.text), style)
    for text in not_at_hand(law, lang, quotation.id):
        yield ""
        yield from style.wrapped(text, "  ")
    reason = untested(quotation.regulation).get(quotation.id)
    if reason:
        told = words("alasan", lang).get(reason, reason.replace("_", " "))
        yield from _section(say("explain.page.untested", lang), told, style)
        return
    encoding = say("explain.page.encoding", lang)
    yield from _heading(f"{encoding} (kb/{quotation.file}:{quotation.line})", style)
    yield textwrap.indent(quotation.encoding or say("explain.page.branch", lang), "  ")
    used = checks_of(quotation)
    if used:
        yield from _heading(say("explain.page.checks", lang), style)
        titles = check_messages(lang)
        for check in used:
            yield f"  {check.id} – {titles[check.id.lower()].title}"


def not_at_hand(law: Regulation, lang: Lang, provision: str = "") -> Iterator[str]:
    """What of a regulation no check knows, since its text is not there; or of one provision."""
    wording = Wording(lang, Input("", (law.id,), "lengkap", ""))
    for group in missing_of([law]):
        if not provision or provision in group.provisions:
            yield f"{say('findings.not_assessed', lang)}: {wording.unassessed(group)}"


def _blanks(template: str) -> str:
    """A message with its placeholders as named blanks."""
    return re.sub(r"\{(\w+)\}", lambda found: f"⟨{found[1].replace('_', ' ')}⟩", template)


def _section(title: str, text: str, style: Style) -> Iterator[str]:
    yield from _heading(title, style)
    yield from style.wrapped(text, "  ")


def _heading(title: str, style: Style) -> Iterator[str]:
    yield ""
    yield style.paint(title, "blue")
