"""What the matrix says in both languages."""

from patuh.comparison.matrix import Row
from patuh.messages import Lang

_TEXTS: dict[str, dict[str, str]] = {
    "id": {
        "heading": "Matriks semula – menjadi",
        "semula": "Semula",
        "menjadi": "Menjadi",
        "keterangan": "Keterangan",
        "tetap": "tetap",
        "diubah": "diubah",
        "bernomor_baru": "bernomor baru",
        "dipindah": "dipindah",
        "disisipkan": "disisipkan",
        "dihapus": "dihapus",
        "reworded": "bunyi diubah",
        "rujukan": "hanya nomor rujukan",
        "perangkai": "hanya tanda baca atau kata perangkai",
        "was": "semula {old}",
        "same": "Kedua naskah sama bunyinya.",
        "unchanged": "{count} ketentuan tetap",
        "line": "baris {line}",
    },
    "en": {
        "heading": "Matrix old – new",
        "semula": "Old",
        "menjadi": "New",
        "keterangan": "Remarks",
        "tetap": "unchanged",
        "diubah": "reworded",
        "bernomor_baru": "renumbered",
        "dipindah": "moved",
        "disisipkan": "inserted",
        "dihapus": "deleted",
        "reworded": "reworded",
        "rujukan": "cited numbers only",
        "perangkai": "punctuation or joining word only",
        "was": "formerly {old}",
        "same": "Both texts say the same.",
        "unchanged": "{count} provisions unchanged",
        "line": "line {line}",
    },
}


def texts(lang: Lang) -> dict[str, str]:
    """The words of the matrix."""
    return _TEXTS[lang]


def remark(row: Row, lang: Lang) -> str:
    """What is to be said of a row: its status, whence it comes, what its rewording touches."""
    words = _TEXTS[lang]
    said = [words[row.status]]
    if row.old and row.new and row.old.label != row.new.label:
        said.append(words["was"].format(old=row.old.label))
    if row.reworded and row.status != "diubah":
        said.append(words["reworded"])
    if row.extent in ("rujukan", "perangkai"):
        said.append(words[row.extent])
    return "; ".join(said)


def label_of(row: Row) -> str:
    """The provision that a row is about, by its new label where it has one."""
    side = row.new or row.old
    return side.label if side else ""
