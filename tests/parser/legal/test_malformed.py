"""Malformed drafts keep what structure they have, and say what is wrong."""

from collections.abc import Callable

import pytest

from patuh_parser.legal.data import table
from patuh_parser.legal.defects import describe
from patuh_parser.legal.model import Draft

Read = Callable[[str], Draft]

HEAD = "MEMUTUSKAN:\nMenetapkan : PERATURAN BUPATI TENTANG X.\n"
PARTS = {"bagian_hilang"}


def found(draft: Draft) -> list[tuple[str, str | None, str]]:
    return [
        (d.code, d.node_id, dict(d.data).get("number", ""))
        for d in draft.defects
        if d.code not in PARTS
    ]


def ids(draft: Draft) -> list[str | None]:
    return [node.id for node in draft.walk()]


@pytest.mark.parametrize(
    ("body", "defects"),
    [
        ("Pasal 1\nteks x.\nPasal 3\nteks y.", [("nomor_loncat", "pasal-3", "3")]),
        ("Pasal 1\nteks x.\nPasal 1\nteks y.", [("nomor_ganda", None, "1")]),
        ("Pasal 2\nteks x.\nPasal 1\nteks y.", [("nomor_mundur", "pasal-1", "1")]),
        ("Pasal 2\nteks x.\nPasal 3\nteks y.", [("nomor_awal", "pasal-2", "2")]),
        ("Pasal 1\nx:\na. x;\nc. y.", [("nomor_loncat", "pasal-1.huruf-c", "c.")]),
        ("Pasal 1\nx:\na. x;\na. y.", [("nomor_ganda", None, "a.")]),
        ("Pasal 1\nx:\nb. x;\nc. y.", [("nomor_awal", "pasal-1.huruf-b", "b.")]),
        ("Pasal 1\n(1) x.\n(3) y.", [("nomor_loncat", "pasal-1.ayat-3", "(3)")]),
        ("Pasal 1\n(1) x.", [("ayat_tunggal", "pasal-1", "1")]),
        ("Pasal 1\nx:\n(1) x.\n(2) y.", [("ayat_setelah_teks", "pasal-1", "1")]),
        (
            "BAB I\nX\nPasal 1\nteks x.\nBAB III\nY\nPasal 2\nteks y.",
            [("nomor_loncat", "bab-3", "III")],
        ),
        ("Pasal 1\nteks x.\nBAB I\nX\nPasal 2\nteks y.", [("pasal_di_luar_bab", "pasal-1", "1")]),
        ("BAB I\nPasal 1\nteks x.", [("judul_kosong", "bab-1", "I")]),
        ("BAB I\nX\nPasal 1\nPasal 2\nteks y.", [("pasal_kosong", "pasal-1", "1")]),
        (
            "Pasal 1\nx meliputi:\nsatu hal;\ndua hal;\ntiga hal.",
            [("daftar_tanpa_nomor", "pasal-1", "1")],
        ),
        ("Pasal 1\nx meliputi:\n- satu;\n- dua.", [("daftar_berbutir", "pasal-1", "1")]),
        ("Pasal 1\nteks x.\nPasal 2 Bupati menetapkan y.", [("pasal_sebaris", None, "2")]),
        ("Pasal 1\nteks x.\nPasal 3A\nteks y.", [("nomor_loncat", "pasal-3a", "3A")]),
        ("Pasal 1\nteks x.\nPasal 1A\nteks y.\nPasal 2\nteks z.", []),
        ("Pasal 1\n(1) x.\n(1a) y.\n(2) z.", []),
    ],
)
def test_defects_by_example(
    body: str, defects: list[tuple[str, str | None, str]], text_draft: Read
) -> None:
    assert found(text_draft(HEAD + body)) == defects


def test_a_draft_without_any_structure_is_kept_as_text(text_draft: Read) -> None:
    draft = text_draft("Catatan rapat.\nTidak ada pasal di sini.")
    assert [node.text for node in draft.body] == ["Catatan rapat. Tidak ada pasal di sini."]
    assert ids(draft) == [None]
    assert "tanpa_pasal" in {d.code for d in draft.defects}


def test_all_missing_parts_are_named(text_draft: Read) -> None:
    parts = {dict(d.data)["part"] for d in text_draft("Pasal 1\nteks x.").defects if d.data}
    assert parts == {"judul", "menimbang", "mengingat", "memutuskan", "menetapkan", "penetapan"}


def test_a_number_borne_twice_has_one_id_and_keeps_both_texts(text_draft: Read) -> None:
    draft = text_draft(HEAD + "Pasal 1\n(1) x.\n(2) y.\nPasal 1\n(1) z.\n(2) w.")
    assert ids(draft) == ["pasal-1", "pasal-1.ayat-1", "pasal-1.ayat-2", None, None, None]
    assert [node.text for node in draft.walk() if node.text] == ["x.", "y.", "z.", "w."]


def test_a_provision_below_a_heading_without_pasal_is_kept(text_draft: Read) -> None:
    draft = text_draft(HEAD + "BAB I\nUMUM\n(1) Bupati menetapkan x.\n(2) y.")
    assert ("ketentuan_tanpa_pasal", None, "") in found(draft)
    assert [n.text for n in draft.body[0].children] == ["Bupati menetapkan x.", "y."]


def test_a_reference_at_the_head_of_a_line_is_no_heading(text_draft: Read) -> None:
    draft = text_draft(
        HEAD + "Pasal 1\nteks x.\nPasal 2\nsebagaimana dimaksud dalam\nPasal 1\nayat (1)."
    )
    assert ids(draft) == ["pasal-1", "pasal-2"]
    assert draft.defects == tuple(d for d in draft.defects if d.code in PARTS)


def test_roman_and_bracketed_lists_are_levels_of_their_own(text_draft: Read) -> None:
    draft = text_draft(HEAD + "Pasal 1\nx:\na. y:\ni. p;\nii. q; dan\niii. r;\nb. z.")
    assert ids(draft)[1:] == [
        "pasal-1.huruf-a",
        "pasal-1.huruf-a.romawi-i",
        "pasal-1.huruf-a.romawi-ii",
        "pasal-1.huruf-a.romawi-iii",
        "pasal-1.huruf-b",
    ]


def test_every_defect_has_a_sentence_in_both_languages(text_draft: Read) -> None:
    draft = text_draft("BAB I\nPasal 1\nPasal 3\nx:\n- a;\n- b.\nPasal 3\n(1) Pasa1 2.")
    assert len({d.code for d in draft.defects}) > 4
    for defect in draft.defects:
        assert describe(defect, "id") != describe(defect, "en")
        assert "{" not in describe(defect)
    assert all(set(texts) == {"id", "en"} for texts in table("messages")["defects"].values())


def test_places_lead_back_to_the_lines(text_draft: Read) -> None:
    draft = text_draft(
        f"{HEAD}\nPasal 1\n\nBupati menetapkan\nsebagaimana dimaksud dalam\nPasal 9."
    )
    pasal = draft.find("pasal-1")
    assert pasal is not None
    assert [line.text for line in draft.lines if line.number == pasal.place.line] == ["Pasal 1"]
    (reference,) = draft.references
    assert (reference.text, reference.place.line) == ("Pasal 9", 8)
    assert draft.line(8) is not None
    assert draft.line(3) is None


PERDA = """PERATURAN DAERAH KABUPATEN MUARA JATI
NOMOR ... TAHUN ...
TENTANG
RUANG TERBUKA HIJAU
DENGAN RAHMAT TUHAN YANG MAHA ESA
BUPATI MUARA JATI,
Menimbang : bahwa x;
Mengingat : Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
Dengan Persetujuan Bersama
DEWAN PERWAKILAN RAKYAT DAERAH KABUPATEN MUARA JATI
dan
BUPATI MUARA JATI
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG RUANG TERBUKA HIJAU.
Pasal 1
(1) x.
(2) y.
Pasal 2
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
Agar setiap orang mengetahuinya, memerintahkan x.
Ditetapkan di Muara Jati
pada tanggal ...
BUPATI MUARA JATI,
...
NAMA
PENJELASAN
ATAS
PERATURAN DAERAH KABUPATEN MUARA JATI
NOMOR ... TAHUN ...
TENTANG
RUANG TERBUKA HIJAU
I. UMUM
Ruang terbuka hijau diperlukan.
II. PASAL DEMI PASAL
Pasal 1
Ayat (1)
Yang dimaksud dengan x adalah y.
Ayat (2)
Cukup jelas.
Pasal 2
Cukup jelas.
TAMBAHAN LEMBARAN DAERAH KABUPATEN MUARA JATI NOMOR ...
LAMPIRAN I
PERATURAN DAERAH KABUPATEN MUARA JATI
NOMOR ... TAHUN ...
TENTANG
RUANG TERBUKA HIJAU
PETA
"""


def test_a_perda_with_explanation_and_attachment(text_draft: Read) -> None:
    draft = text_draft(PERDA)
    assert (draft.kind, draft.region, draft.number, draft.year) == (
        "perda",
        "KABUPATEN MUARA JATI",
        "",
        "",
    )
    assert draft.preamble.assent is not None
    assert draft.preamble.assent.text.startswith("Dengan Persetujuan Bersama")
    explanation = draft.explanation
    assert explanation is not None
    assert explanation.general is not None
    assert explanation.general.text == "Ruang terbuka hijau diperlukan."
    nodes = [node.id for entry in explanation.entries for node in entry.walk()]
    assert nodes == [
        "penjelasan.pasal-1",
        "penjelasan.pasal-1.ayat-1",
        "penjelasan.pasal-1.ayat-2",
        "penjelasan.pasal-2",
    ]
    assert [(a.number, a.name) for a in draft.attachments] == [("I", "PETA")]
    assert [t.where for t in draft.titles] == ["judul", "menetapkan", "penjelasan", "lampiran"]
    assert draft.defects == ()
