"""`patuh.as_proposal`: a table of units, or the structure in a draft, as a proposal."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from patuh.finding import InputError, Unreadable, unread
from patuh.inputs.paths import TABLES
from patuh.inputs.proposals import region_refused
from patuh.inputs.tables import table_errors
from patuh.knowledge.regulations import Regulation, regulations, standing
from patuh.library.errors import draft_faults, raised
from patuh.library.sources import Source, content, language, named
from patuh.messages import Lang, told
from patuh.tables.told import TableError, few

if TYPE_CHECKING:
    from patuh_parser.legal.model import Draft


class Imported(Struct, frozen=True):
    """The text of a proposal, and what was noticed on the way."""

    text: str
    notes: tuple[str, ...]


def as_proposal(
    source: Source,
    *,
    name: str | None = None,
    region: str | None = None,
    sheet: str | None = None,
    sorts: Mapping[str, str] | None = None,
    lang: Lang = "id",
) -> Imported:
    """A table (`.xlsx`, `.csv`), or the structure in a draft, as the text of a proposal.

    Arguments and errors are those of `patuh.check`; the region of a draft is the one that it
    names, unless it is given.
    """
    lang = language(lang)
    path, data = named(source, name, lang)
    data = content(path, lang) if data is None else data
    if path.casefold().endswith(TABLES):
        law = _law(path, region or "", lang, needed=region is None)
        return _table(data, path, law, sheet, tuple((sorts or {}).items()), lang)
    return Imported(_structure(data, path, region, lang), ())


def _law(path: str, region: str, lang: Lang, *, needed: bool) -> Regulation:
    """The regulation of a region, else the national one; raises `PatuhError` if it is none."""
    if needed:
        raise raised(
            unread(path, "M009", told("inputs.table", first=regulations()[0].region)), lang
        )
    laws = standing(region)
    if not laws:
        raise raised(unread(path, "M004", region_refused(region)), lang)
    return laws[0]


def _table(
    data: bytes,
    path: str,
    law: Regulation,
    sheet: str | None,
    sorts: tuple[tuple[str, str], ...],
    lang: Lang,
) -> Imported:
    from patuh.tables.importing import imported
    from patuh.tables.workbook import LibraryMissingError

    try:
        found = imported(data, path, law, sheet=sheet, sorts=sorts)
    except TableError as error:
        errors: tuple[InputError, ...] = table_errors(path, error)
        raise raised(Unreadable(path, "", errors), lang) from None
    except LibraryMissingError:
        raise raised(unread(path, "M010", told("import.no_library")), lang) from None
    notes = (
        f"{note.cell}: {note.words()[lang][0]}" if note.cell else note.words()[lang][0]
        for note in few(found.notes)
    )
    return Imported(found.text, tuple(notes))


def _structure(data: bytes, path: str, region: str | None, lang: Lang) -> str:
    from patuh_parser.legal.reader import read_draft

    with draft_faults(path, lang):
        draft = read_draft(data, path)
    own = None if region is None else _law(path, region, lang, needed=False).region
    return structure_in(draft, path, own, lang)


def structure_in(draft: "Draft", path: str, region: str | None, lang: Lang) -> str:
    """The structure in a draft, of a region if it is given, as the text of a proposal.

    Raises `PatuhError` if there is none, or no regulation for the region.
    """
    from msgspec.structs import replace

    from patuh.substance import structure_of

    draft = draft if region is None else replace(draft, region=region)
    try:
        text = structure_of(draft)
    except LookupError:
        where = told("inputs.no_region", region=draft.region or "–")
        raise raised(unread(path, "M004", where), lang) from None
    if not text:
        raise raised(unread(path, "M011", told("export.no_list")), lang)
    return text
