"""Amending regulations and Keputusan in the forms that they take in practice."""

from collections.abc import Callable

import pytest

from patuh_parser.legal.model import Draft

Read = Callable[[str], Draft]

AMENDING = (
    "PERATURAN BUPATI X\nNOMOR 1 TAHUN 2024\nTENTANG\nPERUBAHAN KEDUA ATAS PERATURAN BUPATI "
    "NOMOR 2 TAHUN 2020 TENTANG Y\nMEMUTUSKAN:\n"
    "Menetapkan : PERATURAN BUPATI TENTANG PERUBAHAN KEDUA.\n"
)
HEAD = "Menimbang : bahwa x;\nMengingat : y;\n"


def ids(draft: Draft) -> list[str | None]:
    return [node.id for node in draft.walk()]


def said(draft: Draft) -> list[tuple[str, tuple[str, ...], tuple[str, ...], list[str | None]]]:
    return [(a.kind, a.targets, a.inserted, [q.id for q in a.quoted]) for a in draft.amendments]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("PERUBAHAN ANGGARAN PENDAPATAN DAN BELANJA DAERAH TAHUN ANGGARAN 2024", "perda"),
        ("PERUBAHAN BENTUK HUKUM PERUSAHAAN DAERAH AIR MINUM", "perda"),
        ("PERUBAHAN PERATURAN DAERAH NOMOR 2 TAHUN 2020 TENTANG Y", "perda_perubahan"),
        ("PERUBAHAN KEDUA ATAS PERATURAN DAERAH NOMOR 2 TAHUN 2020", "perda_perubahan"),
        ("PERUBAHAN ATAS LAMPIRAN PERATURAN DAERAH NOMOR 2 TAHUN 2020", "perda_perubahan"),
    ],
)
def test_only_a_regulation_that_is_changed_makes_an_amendment(
    text_draft: Read, title: str, kind: str
) -> None:
    draft = text_draft(
        f"PERATURAN DAERAH KABUPATEN X\nNOMOR 1 TAHUN 2024\nTENTANG\n{title}\n{HEAD}"
    )
    assert draft.kind == kind


def test_a_joint_regulation_has_a_number_of_each_region(text_draft: Read) -> None:
    draft = text_draft(
        "PERATURAN BERSAMA BUPATI X DAN BUPATI Y\nNOMOR 3 TAHUN 2024\nNOMOR 7 TAHUN 2024\n"
        f"TENTANG\nKERJA SAMA\nDENGAN RAHMAT TUHAN YANG MAHA ESA\nBUPATI X DAN BUPATI Y,\n{HEAD}"
    )
    (title,) = draft.titles
    assert (draft.kind, draft.instrument) == ("peraturan", "PERATURAN BERSAMA BUPATI")
    assert (title.number, title.year, title.title) == ("3", "2024", "KERJA SAMA")
    assert draft.preamble.office is not None


def test_a_keputusan_quotes_what_it_amends(text_draft: Read) -> None:
    """What is quoted has an id below the diktum that quotes it; the next of its own follows."""
    draft = text_draft(
        "KEPUTUSAN BUPATI X\nNOMOR 5 TAHUN 2024\nTENTANG\nPERUBAHAN ATAS KEPUTUSAN BUPATI NOMOR 1 "
        "TAHUN 2023\nMEMUTUSKAN:\nMenetapkan : KEPUTUSAN BUPATI TENTANG PERUBAHAN.\n"
        "KESATU : Diktum KEDUA dan Diktum KETIGA diubah sehingga berbunyi sebagai berikut:\n"
        "KEDUA : Tim bertugas:\na. satu; dan\nb. dua.\nKETIGA : Biaya dari APBD.\n"
        "KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan."
    )
    assert [(n.id, n.quoted) for n in draft.walk() if n.kind == "diktum"] == [
        ("diktum-kesatu", False),
        ("diktum-kesatu.diktum-kedua", True),
        ("diktum-kesatu.diktum-ketiga", True),
        ("diktum-kedua", False),
    ]
    assert [d.code for d in draft.defects if d.code.startswith("nomor")] == []


def test_one_change_needs_no_number_and_may_stand_in_quotes(text_draft: Read) -> None:
    draft = text_draft(
        f"{AMENDING}Pasal I\nKetentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n"
        "“Pasal 5\n(1) satu.\n(2) dua.”\nPasal II\nPeraturan Bupati ini mulai berlaku."
    )
    assert draft.kind == "perbup_perubahan"
    assert ids(draft) == ["pasal-i", "pasal-5", "pasal-5.ayat-1", "pasal-5.ayat-2", "pasal-ii"]
    assert said(draft) == [("ubah", ("Pasal 5",), (), ["pasal-5"])]
    last = draft.find("pasal-5.ayat-2")
    assert last is not None
    assert (last.text, last.quoted) == ("dua.", True)


@pytest.mark.parametrize(
    "quoted",
    [
        "berbunyi sebagai berikut:\n“\nPasal 3A\nLaporan disimpan.\n”",
        "berbunyi sebagai berikut: “\nPasal 3A\nLaporan disimpan.”",
        "berbunyi sebagai berikut:\n“Pasal 3A\nLaporan disimpan.”",
    ],
)
def test_quotation_marks_may_stand_anywhere(text_draft: Read, quoted: str) -> None:
    draft = text_draft(
        f"{AMENDING}Pasal I\nBeberapa ketentuan diubah sebagai berikut:\n1. Di antara Pasal 3 dan "
        f"Pasal 4 disisipkan 1 (satu) pasal, yakni Pasal 3A sehingga {quoted}\nPasal II\nBerlaku."
    )
    assert said(draft) == [("sisip", ("Pasal 3", "Pasal 4"), ("Pasal 3A",), ["pasal-3a"])]
    assert draft.find("pasal-3a").text == "Laporan disimpan."  # type: ignore[union-attr]


def test_instructions_in_other_words_are_read(text_draft: Read) -> None:
    """What quotes a pasal is an instruction, whatever its verb; so is what quotes in a colon."""
    draft = text_draft(
        f"{AMENDING}Pasal I\nBeberapa ketentuan diubah sebagai berikut:\n"
        "1. Ketentuan Pasal 4 Diubah sehingga berbunyi sebagai berikut:\nPasal 4\nSatu.\n"
        "2. Ketentuan Pasal 6 disempurnakan menjadi:\nPasal 6\nDua.\n"
        "3. Ketentuan Pasal 7 dibaca sebagai berikut:\nPasal 7\nTiga.\n"
        "4. Kalimat pembuka Pasal 5 ayat (1) diubah sehingga berbunyi sebagai berikut:\n"
        "“(1) Laporan memuat:”\nPasal II\nBerlaku."
    )
    assert said(draft) == [
        ("ubah", ("Pasal 4",), (), ["pasal-4"]),
        ("ubah", ("Pasal 6",), (), ["pasal-6"]),
        ("lain", ("Pasal 7",), (), ["pasal-7"]),
        ("ubah", ("Pasal 5 ayat (1)",), (), ["pasal-5.ayat-1"]),
    ]


def test_the_last_entry_of_a_quoted_list_is_no_instruction(text_draft: Read) -> None:
    draft = text_draft(
        f"{AMENDING}Pasal I\nBeberapa ketentuan diubah sebagai berikut:\n"
        "1. Pasal 3 diubah, sehingga berbunyi sebagai berikut:\n“Pasal 3\nLembaga terdiri dari:\n"
        "1. Badan Satu; dan\n2. Badan Dua.”\n"
        "2. Ketentuan Pasal 9 dinyatakan tidak berlaku.\n"
        "3. Di antara Pasal 5 dan Pasal 6 disisipkan Pasal 5A yang berbunyi sebagai berikut:\n"
        "“Pasal 5A\nIsi.”\nPasal II\nBerlaku."
    )
    assert said(draft) == [
        ("ubah", ("Pasal 3",), (), ["pasal-3"]),
        ("cabut", ("Pasal 9",), (), []),
        ("sisip", ("Pasal 5", "Pasal 6"), ("Pasal 5A",), ["pasal-5a"]),
    ]


def test_a_keputusan_in_pasal_is_read_in_pasal(text_draft: Read) -> None:
    draft = text_draft(
        "KEPUTUSAN PRESIDEN REPUBLIK INDONESIA\nNOMOR 1 TAHUN 2001\nTENTANG\nX\nMEMUTUSKAN:\n"
        "Menetapkan : KEPUTUSAN PRESIDEN TENTANG X.\nPasal 1\nSatu.\nPasal 2\nDua."
    )
    assert ids(draft) == ["pasal-1", "pasal-2"]


def test_a_keputusan_with_roman_pasal_amends(text_draft: Read) -> None:
    draft = text_draft(
        "KEPUTUSAN PRESIDEN REPUBLIK INDONESIA\nNOMOR 2 TAHUN 2002\nTENTANG\nPERUBAHAN ATAS "
        "KEPUTUSAN PRESIDEN NOMOR 1 TAHUN 2001\nMEMUTUSKAN:\nMenetapkan : KEPUTUSAN PRESIDEN "
        "TENTANG X.\nPasal I\nKetentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:\n"
        "“Pasal 7\nTujuh.”\n"
        "Pasal II\nBerlaku."
    )
    assert draft.kind == "keputusan_perubahan"
    assert ids(draft) == ["pasal-i", "pasal-7", "pasal-ii"]


def test_an_ayat_alone_is_quoted_with_the_id_of_its_pasal(text_draft: Read) -> None:
    draft = text_draft(
        f"{AMENDING}Pasal I\nBeberapa ketentuan diubah sebagai berikut:\n"
        "1. Ketentuan ayat (2) Pasal 5 diubah, sehingga berbunyi sebagai berikut:\n"
        "(2) dua:\na. satu; dan\nb. dua.\n"
        "2. Setelah BAB II ditambahkan 1 (satu) bab, yakni BAB IIA sehingga berbunyi:\n"
        "BAB IIA\nKERJA SAMA\nPasal 5A\nIsi.\n"
        "3. Lampiran diubah sehingga menjadi sebagaimana tercantum dalam Lampiran.\n"
        "Pasal II\nBerlaku."
    )
    assert ids(draft) == [
        "pasal-i",
        "pasal-i.angka-1",
        "pasal-5.ayat-2",
        "pasal-5.ayat-2.huruf-a",
        "pasal-5.ayat-2.huruf-b",
        "pasal-i.angka-2",
        "bab-2a",
        "pasal-5a",
        "pasal-i.angka-3",
        "pasal-ii",
    ]
    assert said(draft) == [
        ("ubah", ("ayat (2) Pasal 5",), (), ["pasal-5.ayat-2"]),
        ("tambah", ("BAB II",), ("BAB IIA",), ["bab-2a"]),
        ("ubah", ("Lampiran",), (), []),
    ]


def test_a_keputusan_with_its_colons_on_lines_of_their_own(text_draft: Read) -> None:
    draft = text_draft(
        "KEPUTUSAN BUPATI X\nNOMOR: 188.4/12/2024\nTENTANG\nTIM\nBUPATI X,\nMenimbang\n"
        ": a. bahwa x;\nb. bahwa y;\nMengingat\n: 1. Undang-Undang Nomor 1 Tahun 2000;\n"
        "MEMUTUSKAN:\nMenetapkan\n: KEPUTUSAN BUPATI TENTANG TIM.\n"
        "KESATU\n: Membentuk Tim.\nKEDUA\n: Tugas Tim:\n"
        "a. satu; dan\nb. dua.\nKEEMPAT : Berlaku.\nDitetapkan di X"
    )
    assert (draft.kind, draft.number, draft.year) == ("keputusan", "188.4/12/2024", "2024")
    assert [node.text for node in draft.articles()] == ["Membentuk Tim.", "Tugas Tim:", "Berlaku."]
    assert draft.preamble.menimbang is not None
    assert len(draft.preamble.menimbang.children) == 2
    assert [(d.code, d.node_id) for d in draft.defects] == [("nomor_loncat", "diktum-keempat")]
