"""Where the parts of a draft stand, and where those that it lacks would."""

from patuh.facts.drafts.collector import Collector
from patuh_parser.legal.model import Draft

Lines = tuple[int, int]
"""The first and the last line of a part."""


def part_places(into: Collector) -> None:
    """A place for a finding on each part: what is not there would stand before the next that is.

    Behind the last part there is none; then it is the end of the one before.
    """
    there = _there(into.draft)
    order = [*there]
    for at, name in enumerate(order):
        lines = there[name]
        behind = next((there[other] for other in order[at + 1 :] if there[other]), None)
        before = next((there[other] for other in order[:at][::-1] if there[other]), None)
        if (first := lines or behind) is not None:
            number = first[0]
        else:
            number = before[1] if before else into.head().line
        into.locus("bagian", name, into.line(number))


def _there(draft: Draft) -> dict[str, Lines | None]:
    """The parts in the order in which they follow on one another, ``None`` for what is missing."""
    preamble, closing = draft.preamble, draft.closing
    heading = next((one for one in draft.titles if one.where == "judul"), None)
    explanation = draft.explanation
    parts = {
        "judul": heading,
        "rahmat": preamble.invocation,
        "jabatan": preamble.office,
        "menimbang": preamble.menimbang,
        "mengingat": preamble.mengingat,
        "memperhatikan": preamble.memperhatikan,
        "persetujuan": preamble.assent,
        "memutuskan": preamble.memutuskan,
        "menetapkan": preamble.menetapkan,
        "batang_tubuh": None,
        "saat_berlaku": None,
        "perintah_pengundangan": closing.promulgation_order,
        "penetapan": closing.signature("penetapan"),
        "pengundangan": closing.signature("pengundangan"),
        "lembaran": closing.gazette_line,
        "penjelasan": explanation,
        "penjelasan_umum": explanation.general if explanation else None,
    }
    found: dict[str, Lines | None] = {
        name: (part.place.line, part.place.end_line) if part else None
        for name, part in parts.items()
    }
    if draft.body:
        last = max((node.place.line for node in draft.articles()), default=draft.body[0].place.line)
        found["batang_tubuh"] = (draft.body[0].place.line, last)
    return found
