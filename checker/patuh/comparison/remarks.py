"""What the matrix says of its rows."""

from patuh.comparison.matrix import Matrix, Row
from patuh.messages import Lang, say


def summary(matrix: Matrix, lang: Lang) -> str:
    """How many rows there are of each status."""
    counts = matrix.counts().items()
    return ", ".join(
        f"{count} {say(f'matrix.{status}', lang)}" for status, count in counts if count
    )


def remark(row: Row, lang: Lang) -> str:
    """What is to be said of a row: its status, whence it comes, what its rewording touches."""
    said = [say(f"matrix.{row.status}", lang)]
    if row.old and row.new and row.old.label != row.new.label:
        said.append(say("matrix.was", lang, old=row.old.label))
    if row.reworded and row.status != "diubah":
        said.append(say("matrix.reworded", lang))
    if row.extent in ("rujukan", "perangkai"):
        said.append(say(f"matrix.{row.extent}", lang))
    return "; ".join(said)


def label_of(row: Row) -> str:
    """The provision that a row is about, by its new label where it has one."""
    side = row.new or row.old
    return side.label if side else ""
