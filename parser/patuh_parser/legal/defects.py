"""The defects of form that the reader reports, as data in both languages."""

from patuh_parser.legal.model import Defect

TEXTS: dict[str, dict[str, str]] = {
    "nomor_ganda": {
        "id": "{kind} {number} muncul lebih dari satu kali",
        "en": "{kind} {number} occurs more than once",
    },
    "nomor_loncat": {
        "id": "penomoran {kind} meloncat dari {before} ke {number}",
        "en": "the numbering of {kind} jumps from {before} to {number}",
    },
    "nomor_mundur": {
        "id": "{kind} {number} tidak pada urutannya: berada setelah {before}",
        "en": "{kind} {number} is out of order: it stands after {before}",
    },
    "nomor_awal": {
        "id": "penomoran {kind} dimulai dari {number}",
        "en": "the numbering of {kind} begins at {number}",
    },
    "tingkat_tak_lazim": {
        "id": "penanda {number} tidak lazim pada tingkat ini",
        "en": "the marker {number} is unusual at this level",
    },
    "tanpa_pasal": {
        "id": "naskah tidak memuat pasal atau diktum",
        "en": "the text has no pasal and no diktum",
    },
    "ketentuan_tanpa_pasal": {
        "id": "ada ketentuan di bawah judul bab atau bagian tanpa nomor pasal",
        "en": "there is a provision below a heading without the number of a pasal",
    },
    "pasal_di_luar_bab": {
        "id": "Pasal {number} berada di luar bab, padahal naskah dibagi dalam bab",
        "en": "Pasal {number} stands outside every bab though the text is divided into bab",
    },
    "pasal_sebaris": {
        "id": "judul Pasal {number} sebaris dengan isinya",
        "en": "the heading Pasal {number} is on one line with its text",
    },
    "pasal_kosong": {
        "id": "{kind} {number} tidak berisi",
        "en": "{kind} {number} has no content",
    },
    "judul_kosong": {
        "id": "{kind} {number} tidak berjudul",
        "en": "{kind} {number} has no title",
    },
    "ayat_setelah_teks": {
        "id": "{kind} {number} memuat ayat di bawah kalimat tanpa nomor",
        "en": "{kind} {number} has ayat below a sentence without number",
    },
    "ayat_tunggal": {
        "id": "{kind} {number} hanya memuat satu ayat",
        "en": "{kind} {number} has a single ayat",
    },
    "daftar_tanpa_nomor": {
        "id": "rincian setelah titik dua tidak bernomor",
        "en": "the list after the colon is not numbered",
    },
    "daftar_berbutir": {
        "id": "rincian memakai butir, bukan huruf atau angka",
        "en": "the list has bullets instead of letters or numbers",
    },
    "bagian_hilang": {
        "id": "naskah tidak memuat bagian: {part}",
        "en": "the text lacks the part: {part}",
    },
    "derau_ocr": {
        "id": 'karakter salah baca: "{written}" dibaca "{read}"',
        "en": 'misread characters: "{written}" read as "{read}"',
    },
    "bukan_utf8": {
        "id": "berkas teks bukan UTF-8; dibaca sebagai Windows-1252",
        "en": "the text file is not UTF-8; it was read as Windows-1252",
    },
    "halaman_tanpa_teks": {
        "id": "halaman {page} tidak memuat teks (mungkin hasil pindai)",
        "en": "page {page} has no text (it may be a scan)",
    },
    "perubahan_terlacak": {
        "id": "dokumen memuat perubahan terlacak; dibaca seolah-olah semuanya diterima",
        "en": "the document has tracked changes; it was read as if all were accepted",
    },
}
"""Code to language to sentence; the placeholders are the keys of ``Defect.data``."""


def describe(defect: Defect, language: str = "id") -> str:
    """Return the sentence of a defect in ``id`` or ``en``."""
    return TEXTS[defect.code][language].format(**dict(defect.data))
