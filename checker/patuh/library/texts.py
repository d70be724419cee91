"""`patuh.compare_texts`: two texts of a regulation, provision by provision."""

from msgspec import Struct

from patuh.comparison import Matrix, compare
from patuh.comparison.matrix import Row, Side, Status
from patuh.comparison.remarks import remark, summary
from patuh.library.errors import draft_faults, library_faults
from patuh.library.sources import Source, content, language, named
from patuh.messages import Lang
from patuh_parser.legal.model import Draft


class Provision(Struct, frozen=True):
    """A provision in one of two texts."""

    label: str
    text: str
    line: int


class TextRow(Struct, frozen=True):
    """What became of a provision: how it was, how it becomes, and that in a few words.

    `pieces` are the words of both, each with what became of it: `sama`, `hapus`, `tambah`.
    """

    status: Status
    before: Provision | None
    after: Provision | None
    pieces: tuple[tuple[str, str], ...]
    remark: str


class TextComparison:
    """Two texts side by side, in the order of the new one."""

    def __init__(self, matrix: Matrix, remarks: tuple[str, ...], lang: Lang) -> None:
        self._matrix, self._lang = matrix, lang
        self.remarks = remarks
        """What of an amending text could not be applied."""
        self.summary = summary(matrix, lang)
        self.rows = tuple(_row(row, lang) for row in matrix.rows)

    def to_json(self) -> str:
        """The object `patuh.comparison/1`."""
        from patuh.comparison import render_json

        return render_json.render(self._matrix, self._lang)

    def to_html(self) -> str:
        """The matrix as a page of its own."""
        from patuh.comparison import render_html

        return render_html.render(self._matrix, self._lang)

    def to_docx(self) -> bytes:
        """What changed as a Word file on F4; needs the extra `docx`."""
        from patuh.comparison import render_docx

        with library_faults(self._matrix.new.path, self._lang, "docx"):
            return render_docx.render(self._matrix, self._lang)


def compare_texts(
    old: Source,
    new: Source,
    *,
    old_name: str | None = None,
    new_name: str | None = None,
    lang: Lang = "id",
) -> TextComparison:
    """The matrix semula – menjadi of two texts, or of what an amending text does to the old one.

    The sources and errors are those of `patuh.check`.
    """
    lang = language(lang)
    matrix, remarks = compared(_draft(old, old_name, lang), _draft(new, new_name, lang), lang)
    return TextComparison(matrix, remarks, lang)


def compared(before: Draft, after: Draft, lang: Lang) -> tuple[Matrix, tuple[str, ...]]:
    """The matrix of two texts, or of what an amending one does to the other; what it could not."""
    from patuh.consolidation import revised

    text, remarks = revised(after, before, lang)
    if text is None:
        return compare(before, after), remarks
    return compare(before, text, of=after), remarks


def _draft(source: Source, name: str | None, lang: Lang) -> Draft:
    from patuh_parser.legal.reader import read_draft

    path, data = named(source, name, lang)
    with draft_faults(path, lang):
        return read_draft(content(path, lang) if data is None else data, path)


def _row(row: Row, lang: Lang) -> TextRow:
    pieces = tuple((piece.kind, piece.text) for piece in row.pieces)
    return TextRow(row.status, _side(row.old), _side(row.new), pieces, remark(row, lang))


def _side(side: Side | None) -> Provision | None:
    return None if side is None else Provision(side.label, side.text, side.line)
