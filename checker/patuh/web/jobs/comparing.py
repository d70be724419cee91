"""Two versions side by side: two proposals, or two texts of a regulation."""

import msgspec
from msgspec import Struct

import patuh
from patuh.amending import given
from patuh.inputs.paths import reads_draft
from patuh.web.asked import Asked


class Proposals(Struct, frozen=True, tag_field="of", tag="proposals"):
    """What a proposal changes."""

    new: tuple[patuh.Finding, ...]
    gone: tuple[patuh.Finding, ...]
    unchanged: int
    units: tuple[patuh.Change, ...]
    matrix: tuple[patuh.Row, ...]


class Texts(Struct, frozen=True, tag_field="of", tag="texts"):
    """What a text changes, without the provisions that stay as they are."""

    summary: str
    remarks: tuple[str, ...]
    rows: tuple[patuh.TextRow, ...]


def compared(old: Asked, new: Asked) -> bytes:
    """The comparison as JSON; errors as `patuh.compare`."""
    if of_texts(old, new):
        found = texts(old, new)
        rows = tuple(row for row in found.rows if row.status != "tetap")
        return msgspec.json.encode(Texts(found.summary, found.remarks, rows))
    both = proposals(old, new)
    unchanged = len(both.unchanged)
    return msgspec.json.encode(
        Proposals(both.new, both.gone, unchanged, both.units, both.matrix),
    )


def of_texts(old: Asked, new: Asked) -> bool:
    """Whether both are texts of a regulation."""
    return all(reads_draft(one.name, one.data, one.kind) for one in (old, new))


def proposals(old: Asked, new: Asked) -> patuh.Comparison:
    """Two proposals; errors as `patuh.compare`."""
    with given(new.base):
        return patuh.compare(old.data, new.data, base_name=old.name, name=new.name, lang=new.lang)


def texts(old: Asked, new: Asked) -> patuh.TextComparison:
    """Two texts; errors as `patuh.compare_texts`."""
    return patuh.compare_texts(
        old.data, new.data, old_name=old.name, new_name=new.name, lang=new.lang
    )
