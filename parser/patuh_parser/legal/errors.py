"""What cannot be read at all: ``DraftError`` and its messages in both languages.

A malformed draft is never an error; only a container that gives no text is.
"""

TEXTS: dict[str, dict[str, tuple[str, str | None]]] = {
    "kosong": {
        "id": ("Berkas {path} kosong: tidak ada teks di dalamnya.", None),
        "en": ("The file {path} is empty: there is no text in it.", None),
    },
    "terlalu_besar": {
        "id": ("Berkas {path} terlalu besar: melebihi {limit}.", "Periksa satu rancangan saja."),
        "en": ("The file {path} is too large: it exceeds {limit}.", "Check one draft at a time."),
    },
    "baris_terlalu_panjang": {
        "id": (
            "Berkas {path} memuat baris yang lebih panjang dari {limit} karakter; "
            "itu bukan naskah peraturan.",
            "Pastikan setiap alinea berada pada barisnya sendiri.",
        ),
        "en": (
            "The file {path} holds a line of more than {limit} characters; "
            "this is no text of a regulation.",
            "Put each paragraph on a line of its own.",
        ),
    },
    "format_tak_dikenal": {
        "id": (
            "Format berkas {path} tidak dikenal.",
            "Simpan rancangan sebagai .docx, .pdf, .txt, atau .md.",
        ),
        "en": (
            "The format of the file {path} is not known.",
            "Save the draft as .docx, .pdf, .txt or .md.",
        ),
    },
    "doc_lama": {
        "id": (
            "Berkas {path} berformat Word lama (.doc), yang tidak dibaca.",
            "Buka di Word, lalu simpan sebagai .docx.",
        ),
        "en": (
            "The file {path} has the old Word format (.doc), which is not read.",
            "Open it in Word and save it as .docx.",
        ),
    },
    "terenkripsi": {
        "id": (
            "Berkas {path} terenkripsi atau dilindungi kata sandi.",
            "Simpan salinan tanpa kata sandi dan tanpa pembatasan, lalu periksa salinan itu.",
        ),
        "en": (
            "The file {path} is encrypted or protected by a password.",
            "Save a copy without password and restrictions and check that copy.",
        ),
    },
    "makro": {
        "id": (
            "Berkas {path} memuat makro; berkas bermakro tidak dibuka.",
            "Simpan sebagai .docx (tanpa makro).",
        ),
        "en": (
            "The file {path} holds macros; files with macros are not opened.",
            "Save it as .docx (without macros).",
        ),
    },
    "bom_zip": {
        "id": (
            "Berkas {path} ditolak: isinya mengembang melebihi batas wajar ({limit}).",
            "Buka di Word, lalu simpan ulang sebagai .docx.",
        ),
        "en": (
            "The file {path} is refused: its content expands beyond what is reasonable ({limit}).",
            "Open it in Word and save it again as .docx.",
        ),
    },
    "entitas_eksternal": {
        "id": (
            "Berkas {path} ditolak: XML di dalamnya mendeklarasikan DTD atau entitas.",
            "Buka di Word, lalu simpan ulang sebagai .docx.",
        ),
        "en": (
            "The file {path} is refused: its XML declares a DTD or entities.",
            "Open it in Word and save it again as .docx.",
        ),
    },
    "docx_rusak": {
        "id": (
            "Berkas {path} rusak: bukan dokumen Word (.docx) yang utuh.",
            "Buka di Word, perbaiki, lalu simpan ulang sebagai .docx.",
        ),
        "en": (
            "The file {path} is damaged: it is not a complete Word document (.docx).",
            "Open it in Word, repair it and save it again as .docx.",
        ),
    },
    "pdf_rusak": {
        "id": (
            "Berkas {path} rusak: bukan PDF yang utuh.",
            "Buat ulang PDF dari naskah aslinya, atau gunakan .docx.",
        ),
        "en": (
            "The file {path} is damaged: it is not a complete PDF.",
            "Make the PDF anew from its source, or use the .docx.",
        ),
    },
    "pindaian": {
        "id": (
            "Berkas {path} adalah hasil pindai tanpa lapisan teks ({pages} halaman).",
            "Jalankan OCR terlebih dahulu, atau gunakan naskah aslinya (.docx).",
        ),
        "en": (
            "The file {path} is a scan without a text layer ({pages} pages).",
            "Run OCR on it first, or use the original document (.docx).",
        ),
    },
    "nul": {
        "id": (
            "Berkas {path} memuat karakter NUL: bukan berkas teks.",
            "Simpan sebagai teks UTF-8.",
        ),
        "en": (
            "The file {path} holds NUL characters: it is not a text file.",
            "Save it as UTF-8 text.",
        ),
    },
    "pdf_tanpa_pembaca": {
        "id": (
            "Berkas {path} tidak dapat dibaca: pustaka pypdf belum terpasang.",
            "Pasang dengan: pip install 'patuh[pdf]'",
        ),
        "en": (
            "The file {path} cannot be read: the library pypdf is not installed.",
            "Install it with: pip install 'patuh[pdf]'",
        ),
    },
}
"""Code to language to (message, hint)."""


class DraftError(ValueError):
    """The file gives no text to read; ``code`` is a key of ``TEXTS``.

    ``texts`` holds, per language (``id``, ``en``), the message and a hint or ``None``.
    ``str()`` is the message in Indonesian.
    """

    def __init__(self, code: str, path: str = "", **data: object) -> None:
        self.code = code
        self.path = path
        self.texts: dict[str, tuple[str, str | None]] = {
            lang: (
                message.format(path=path or "-", **data),
                hint.format(path=path or "-", **data) if hint else None,
            )
            for lang, (message, hint) in TEXTS[code].items()
        }
        super().__init__(self.texts["id"][0])
