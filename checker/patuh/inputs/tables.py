"""Tables of units as inputs: the proposal that they make is checked, findings lead to the cells."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from patuh.finding import InputError, Place, Result, Told, Unreadable, unread
from patuh.inputs.proposals import region_refused
from patuh.knowledge.regulations import regulations, standing
from patuh.messages import told
from patuh.tables.told import Said, TableError, few
from patuh_parser.text.span import Span

_READ = "dibaca"
"""The note on what was read, beside those on what was not, or was read otherwise."""


def check_table(
    path: str,
    data: bytes,
    region: str | None,
    sheet: str | None,
    sorts: Sequence[tuple[str, str]],
    check: Callable[[bytes], Result | Unreadable],
) -> Result | Unreadable:
    """The findings of the proposal that a table makes; what was noticed is told with them."""
    from patuh.tables.importing import imported
    from patuh.tables.workbook import LibraryMissingError

    if region is None:
        return unread(path, "M009", told("inputs.table", first=regulations()[0].region))
    laws = standing(region)
    if not laws:
        return unread(path, "M004", region_refused(region))
    try:
        found = imported(data, path, laws[0], sheet=sheet, sorts=sorts)
    except TableError as error:
        return Unreadable(path, "", table_errors(path, error))
    except LibraryMissingError:
        return unread(path, "M010", told("import.no_library"))
    result = check(found.text.encode())
    if isinstance(result, Unreadable):
        return result
    limits = [note for note in found.notes if note.key != _READ]
    noticed = (*result.input.told, *map(_told, few(limits)))
    return replace(result, input=replace(result.input, told=noticed))


def table_errors(path: str, error: TableError) -> tuple[InputError, ...]:
    """All that is wrong with a table, as errors of an input."""
    return tuple(_error(path, one) for one in error.errors)


def _error(path: str, one: Said) -> InputError:
    """An error of a table; row and column of its cell are its place."""
    row, column = (one.cell.row, one.cell.column + 1) if one.cell else (1, 1)
    where = f"{one.cell}: " if one.cell else ""
    texts = {lang: (f"{where}{text}", hint) for lang, (text, hint) in one.words().items()}
    return InputError(one.key, Place(path, Span(row, column, row, column + 1)), texts)


def _told(note: Said) -> Told:
    data = [(name, str(value)) for name, value in note.values]
    if note.cell is not None:
        data.append(("cell", str(note.cell)))
    return Told(f"import.{note.key}", data=tuple(data))
