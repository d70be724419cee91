"""The headings of ALUR parts."""

import re

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lines.layout import Part, line_span
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.similar import nearest

_HEADING = re.compile(r'([^"]*?)\s*"([^"]*)"\s*$')


def heading(part: Part, errors: Diagnostics) -> tuple[str, str | None, str]:
    """Return the kind of a workflow, its scope and its title; errors are noted."""
    found = _HEADING.fullmatch(part.rest)
    words = part.rest.split('"')[0].strip()
    title = ""
    if part.guessed and not part.rest:
        return "kegiatan", None, title
    kinds = tables().kinds
    if found is None or not found[2].strip():
        bare = part.rest.split()
        counts = range(len(bare) - 1, 0, -1)
        own = next((n for n in counts if " ".join(bare[:n]).lower() in kinds), 0)
        if own:
            words = " ".join(bare[:own])
            title = " ".join(bare[own:])
            hint_args = (f'ALUR {words} "{title}"',)
            errors.add(
                "E505", line_span(part.heading), part.rest, hint="H_TITLED", hint_args=hint_args
            )
        else:
            errors.add("E505", line_span(part.heading), part.rest or "ALUR", hint="H_WORKFLOW")
    else:
        title = " ".join(found[2].split())
    plain = " ".join(words.lower().split())
    plain = plain.replace("kerjasama", "kerja sama")
    if plain in kinds:
        return (*kinds[plain], title)
    errors.add(
        "E501",
        line_span(part.heading),
        words or "ALUR",
        expected=("kind",),
        suggestions=nearest(plain, kinds),
    )
    return "kegiatan", None, title
