"""Facts on where a draft has pages or parts that could not be read: what lacks may lie there."""

from collections.abc import Iterable

from patuh.facts.drafts.collector import Collector
from patuh_parser.legal.model import Attachment, Explanation, Node, Signature

_LAST = 1_000_000


def unread_facts(into: Collector) -> None:
    """The parts of the draft that an unread page, or a part without a page, may belong to."""
    draft = into.draft
    if not draft.unread:
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
    for part, (first, last) in bounds.items():
        if any(page is None or first <= page <= last for page in draft.unread):
            into.fact(into.head(), "tak_terbaca", part)


def _first(parts: Iterable[Node | Signature | Attachment | Explanation]) -> int:
    """The page on which the first of some parts stands."""
    pages = (part.place.page for part in parts)
    return next((page for page in pages if page is not None), _LAST)
