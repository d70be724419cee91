"""`patuh.check`: one input in, its report out."""

import datetime
import os
from collections.abc import Mapping, Sequence

from patuh.finding import Result, Unreadable
from patuh.inputs.checks import Asked, Kind, check_input
from patuh.inputs.laid_over import LaidOver
from patuh.inputs.time_limit import within
from patuh.library.errors import engine_faults, raised
from patuh.library.report import Report
from patuh.library.sources import Source, content, kind_of, language, named
from patuh.messages import Lang


def check(
    source: Source,
    *,
    name: str | None = None,
    kind: Kind | None = None,
    lang: Lang = "id",
    region: str | None = None,
    sheet: str | None = None,
    sorts: Mapping[str, str] | None = None,
    base: Source | None = None,
    base_name: str | None = None,
    as_of: datetime.date | None = None,
    only: Sequence[str] = (),
    overlay: str | os.PathLike[str] | None = None,
    why: bool = False,
    proofs: bool = True,
    timeout: float | None = None,
) -> Report:
    """The report on a proposal, on the text of a draft, or on a table of units.

    `source`: the path of a file (`.sotk`, `.docx`, `.pdf`, `.txt`, `.md`, `.xlsx`, `.csv`), a text
    of more than one line, or the bytes of a file. `name`: what reports call a text or bytes; its
    ending says what bytes are. `kind`: `"proposal"` or `"draft"`, where the content shall not
    decide. `lang`: the language of all words, `"id"` or `"en"`. `region`: whose structure a table
    holds, `sheet` which of its sheets, `sorts` what first words of names are (`{"Balai": "UPT"}`).
    `base`: the regulation that a draft amends, or the proposal that one with TERHADAP changes;
    `base_name`: what reports call it. `as_of`: the day of the assessment, in place
    of that of the proposal. `only`: the ids of the regulations that a proposal is held against, all
    that hold in its region without them. `overlay`: a folder laid over the knowledge base, as with
    `--kb-overlay`. `why`: proofs say of absences how near the proposal came. `proofs`:
    without them the findings of a proposal have no citations and readings either, or need not, in
    less time. `timeout`: seconds, after which the check is ended.

    Raises `PatuhError` for an input that cannot be read, an overlay that is refused, a regency
    without a regulation, and when the time is over; ValueError for an argument that means nothing.
    No state of the process is set: several threads may check at once.
    """
    lang = language(lang)
    asked_kind = kind_of(kind)
    path, data = named(source, name, lang)
    against = None if base is None else (content(base, lang), named(base, base_name, lang)[0])
    words = tuple((sorts or {}).items())
    asked = Asked(
        as_of,
        against,
        asked_kind,
        region,
        sheet,
        words,
        why,
        only=tuple(only),
        changed=against,
        proofs=proofs,
    )
    laid = LaidOver(overlay)
    if laid.refused is not None:
        raise raised(laid.refused, lang)
    with laid.in_use(), engine_faults(path, lang):
        found: Result | Unreadable = within(timeout, check_input, path, asked, data)
    if isinstance(found, Unreadable):
        raise raised(found, lang)
    return Report(found, lang, laid, as_of, against)
