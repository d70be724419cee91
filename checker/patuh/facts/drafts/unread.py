"""Facts on where a draft has pages that were not read, or only by OCR: what lacks may lie there."""

from collections.abc import Iterable

from patuh.facts.drafts.collector import Collector
from patuh_parser.legal.model import Attachment, Explanation, Node, Signature

_LAST = 1_000_000


def unread_facts(into: Collector) -> None:
    """The parts of the draft that an unread page, or a part without a page, may belong to."""
    draft = into.draft
    recognised = draft.recognised_pages
    if not draft.unread and not recognised:
        return
    body = _first(draft.body)
    closing = _first(draft.closing.signatures)
    after = _first([*draft.attachments, *([draft.explanation] if draft.explanation else [])])
    bounds = {
        "menimbang": (0, body),
        "batang_tubuh": (0 if body == _LAST else body, min(closing, after)),
        "penutup": (0 if body == _LAST else body, after),
        "lampiran": (0, _LAST),
    }
    behind = max((s.place.page or 0 for s in draft.closing.signatures), default=0) + 1
    for part, (first, last) in bounds.items():
        guessed = behind if part == "lampiran" else first
        if any(page is None or first <= page <= last for page in draft.unread) or any(
            guessed <= page <= last for page in recognised
        ):
            into.fact(into.head(), "tak_terbaca", part)


def _first(parts: Iterable[Node | Signature | Attachment | Explanation]) -> int:
    """The page on which the first of some parts stands."""
    pages = (part.place.page for part in parts)
    return next((page for page in pages if page is not None), _LAST)
