"""The regulations and drafts of the corpus: the exact findings, each reviewed against the text.

Every entry is (level, check, case, subject, lines); its comment says what stands there. What a
reader may notice besides and no check reports, because it needs the sense of the text:
Paser: Pasal 14 ayat (2) huruf a names the wrong subject (see the reading pasal_14_2a); Pasal 5 ayat
(1) huruf e says “koordinasi” where Pasal 10 says “koordinatif”.
Kutai Timur: Pasal 12 and 13 begin “Dalam Koordinasi …” and lack a subject; “petunjuk/ pedoman”; the
lampiran carries its name above its heading; “Resort”, “Pemukiman” in names of agencies.
"""

from functools import cache
from pathlib import Path

import pytest
from drafting.measure import found_of, judgements, measured

from patuh.draft_checking import check_draft
from patuh.finding import Result
from patuh.knowledge.programs import DRAFTING

CORPUS = Path(__file__).parents[2] / "corpus"

Row = tuple[str, str, str, str, list[int]]

EXPECTED: dict[str, list[Row]] = {
    "regulations/kutim_41_2023.txt": [
        # “a bahwa”, “b bahwa”: no full stop after the letter (angka 22)
        ("catatan", "T22", "penanda", "penanda", [23, 24]),
        # “Pasal 18 ayat (6), Undang-Undang Dasar”: a comma too many (angka 44)
        ("catatan", "T23", "uud", "uud", [25]),
        # “Perubahan Kedua”, but “sebagaimana telah diubah” once (angka 7)
        ("catatan", "T23", "beberapa_kali", "Undang-Undang Nomor 7 Tahun 2000", [26]),
        # the gazette cited is of another year than the regulation
        (
            "peringatan",
            "T24",
            "tahun_lembaran",
            "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
            [36],
        ),
        # Perda 5/2022 “diubah dengan” Perda 5/2022; Perda 10/2016 is meant
        (
            "peringatan",
            "T24",
            "mengubah_diri",
            "Peraturan Daerah Kabupaten Kutai Timur Nomor 5 Tahun 2022",
            [37],
        ),
        # the gazette cited is of another year than the regulation
        (
            "peringatan",
            "T24",
            "tahun_lembaran",
            "Peraturan Daerah Kabupaten Kutai Timur Nomor 5 Tahun 2022",
            [37],
        ),
        # twice “tentang Perubahan Peraturan Daerah” without “atas” (angka 6)
        (
            "catatan",
            "T23",
            "tanpa_atas",
            "Peraturan Daerah Kabupaten Kutai Timur Nomor 5 Tahun 2022",
            [37],
        ),
        # defined, but no article uses it (angka 102)
        ("peringatan", "T13", "tidak_dipakai", "Wakil Bupati", [65]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "non kementerian", [68]),
        # “antar” is bound to the word that it goes with
        ("catatan", "T18", "antar_terpisah", "antar perangkat", [93, 169, 221]),
        # defined, yet written without capitals here (angka 108)
        ("catatan", "T14", "huruf_kecil", "Pemerintahan Daerah", [102, 267, 280]),
        # a letter or hyphen is missing
        ("catatan", "T18", "huruf_kurang", "kolegal", [111]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "dan/ atau", [113, 411]),
        # “… sebagaimana dimaksud dalam Pasal 4 ayat (1) huruf a, dilaksanakan …”
        ("catatan", "T10", "koma_predikat", ",", [130, 140, 147, 162, 167, 189, 408]),
        # the phrase stands there (angka 245 to 281)
        ("pelanggaran", "T29", "frasa", "antara lain", [131]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "inter sektoral", [193, 199]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "multi sektoral", [195, 221]),
        # Pasal 10 has no ayat: its list stands in the pasal itself
        ("peringatan", "T9", "tidak_ada", "Pasal 10 ayat (1) huruf a", [199]),
        # a blank beside the hyphen or slash
        ("catatan", "T18", "tanda_renggang", "/", [201]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "tatalaksana", [201]),
        # Pasal 10 has no ayat: its list stands in the pasal itself
        ("peringatan", "T9", "tidak_ada", "Pasal 10 ayat (1) huruf b", [217]),
        # Pasal 10 has no ayat: its list stands in the pasal itself
        ("peringatan", "T9", "tidak_ada", "Pasal 10 ayat (1) huruf c", [221]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "kerjasama", [224, 228, 232, 236, 287]),
        # “antar” is bound to the word that it goes with
        ("catatan", "T18", "antar_terpisah", "antar daerah", [228]),
        # “antar” is bound to the word that it goes with
        ("catatan", "T18", "antar_terpisah", "antar organisasi", [236]),
        # recurs in the articles but is not defined
        ("catatan", "T16", "tanpa_definisi", "Sekretaris Daerah", [236]),
        # BAB III stands after BAB IV (angka 72)
        ("peringatan", "T25", "mundur", "BAB III", [248]),
        # the phrase stands there (angka 245 to 281)
        ("catatan", "T29", "frasa", "terdiri dari", [258]),
        # recurs in the articles but is not defined
        ("catatan", "T16", "tanpa_definisi", "Dewan Perwakilan Rakyat Daerah", [258]),
        # defined, yet written without capitals here (angka 108)
        ("catatan", "T14", "huruf_kecil", "Pemerintah Daerah", [267, 267]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "bertanggungjawab", [268]),
        # a capital within the word
        ("catatan", "T18", "kapital_di_tengah", "diKoordinasikan", [268]),
        # “1. Asisten … Rakyat.”, “2. Asisten … Pembangunan.” with a list below (angka 87 huruf f)
        ("catatan", "T28", "titik_dua", "titik_dua", [282, 337]),
        # no “dan” after the last item but one (angka 88)
        ("catatan", "T28", "tanpa_sambung", "kata_sambung", [286, 373]),
        # no semicolon, or a full stop, within the list (angka 87 huruf d)
        ("catatan", "T28", "titik_koma", "titik_koma", [287, 299, 334, 363]),
        # a., 1., a), 1), (1): five levels (angka 87 huruf h); each list once
        (
            "pelanggaran",
            "T27",
            "terlalu_dalam",
            "5",
            [290, 315, 321, 334, 354, 365, 368, 382, 394, 398, 403],
        ),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "kepolisian resort", [336]),
        # defined, yet written without capitals here (angka 108)
        ("catatan", "T14", "huruf_kecil", "Sinkronisasi", [352]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "dibawahnya", [406]),
        # a letter or hyphen is missing
        ("catatan", "T18", "huruf_kurang", "tugastugas", [407]),
        # BAB IV for the second time (angka 72)
        ("peringatan", "T25", "ganda", "BAB IV", [427]),
        # “Kabupaten Kalimantan Timur” here, “Kabupaten Kutai Timur” in Menimbang
        ("peringatan", "T12", "judul", "Peraturan Bupati Nomor 47 Tahun 2014", [432]),
        # 2022 instead of 2023 (angka 172, 195)
        ("peringatan", "T20", "tahun", "berita_daerah", [466]),
        # 2022 instead of 2023 (angka 172, 195)
        ("peringatan", "T20", "tahun", "lampiran", [480]),
        # “LAMPIRAN :” (angka 195)
        ("catatan", "T33", "tanda_baca", ":", [480]),
        # “PEMERINTAH KABUPATEN KUTAI TIMUR” instead of “PEMERINTAH DAERAH” (angka 195)
        ("peringatan", "T20", "nama", "lampiran", [483]),
    ],
    "regulations/paser_56_2020.txt": [
        # not the standard spelling
        ("catatan", "T18", "ejaan", "simplikasi", [33]),
        # “Perangkat Daerah” of the title is missing in the last consideration
        (
            "peringatan",
            "T20",
            "pertimbangan",
            "Mekanisme Hubungan Kerja dan Koordinasi di Lingkungan Pemerintah Kabupaten Paser",
            [45],
        ),
        # huruf c ends in a full stop (angka 22)
        ("catatan", "T22", "tanda", "titik_koma", [45]),
        # “5679) ;” (angka 52)
        ("catatan", "T23", "spasi", "spasi", [85]),
        # no Tambahan Lembaran in the brackets (angka 47, 49)
        (
            "belum_lengkap",
            "T23",
            "tanpa_lembaran",
            "Peraturan Pemerintah Nomor 18 Tahun 2016",
            [96],
        ),
        # the gazette cited is of another year than the regulation
        (
            "peringatan",
            "T24",
            "tahun_lembaran",
            "Peraturan Daerah Kabupaten Paser Nomor 1 Tahun 2020",
            [100],
        ),
        # the last entry ends in a full stop (angka 52)
        ("catatan", "T23", "tanda", "titik_koma", [100]),
        # “… Nomor 14); sebagaimana telah diubah”
        ("catatan", "T23", "tanda_di_tengah", ";", [100]),
        # no Tambahan Lembaran in the brackets (angka 47, 49)
        (
            "catatan",
            "T23",
            "tanpa_lembaran",
            "Peraturan Daerah Kabupaten Paser Nomor 1 Tahun 2020",
            [100],
        ),
        # no Tambahan Lembaran in the brackets (angka 47, 49)
        (
            "catatan",
            "T23",
            "tanpa_lembaran",
            "Peraturan Daerah Kabupaten Paser Nomor 14 Tahun 2016",
            [100],
        ),
        # “PERATURAN BUPATI PASER TENTANG” after Menetapkan (angka 59)
        ("catatan", "T21", "menetapkan_daerah", "Paser", [118]),
        # a blank before the colon
        ("catatan", "T28", "tanda_berspasi", ":", [129, 213, 244, 345, 365, 392, 413, 477]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "pengkoordinasian", [145]),
        # defined, but no article uses it (angka 102)
        ("peringatan", "T13", "tidak_dipakai", "Staf Ahli", [151]),
        # angka 5 ends without full stop (angka 101)
        ("catatan", "T15", "tanpa_titik", "tanpa_titik", [151]),
        # the phrase stands there (angka 245 to 281)
        ("catatan", "T29", "frasa", "terdiri dari", [151, 157, 244, 348]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "admnistrasi", [161]),
        # articles write “pola hubungan kerja” only (angka 108)
        ("peringatan", "T13", "hanya_huruf_kecil", "Pola Hubungan Kerja", [163]),
        # “antar” is bound to the word that it goes with
        ("catatan", "T18", "antar_terpisah", "antar lembaga", [163]),
        # defined, but no article uses it (angka 102)
        ("peringatan", "T13", "tidak_dipakai", "Mekanisme Koordinasi", [169]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "kerjasama", [169, 307, 513, 520, 554, 559]),
        # “antar” is bound to the word that it goes with
        ("catatan", "T18", "antar_terpisah", "antar perangkat", [171, 351, 439, 506]),
        # “MAKSUD, TUJUAN, …” without “DAN”
        ("catatan", "T26", "judul_tanpa_sambung", "BAB II", [183]),
        # defined, yet written without capitals here (angka 108)
        ("catatan", "T14", "huruf_kecil", "Perangkat Daerah", [222, 224, 302, 439]),
        # “;dan” without space
        ("catatan", "T28", "sambung_rapat", "dan", [223, 249, 350, 379, 394, 451, 495, 515, 532]),
        # a single Bagian in its BAB
        ("catatan", "T26", "tunggal", "Bagian Kesatu", [236]),
        # a letter or hyphen is missing
        ("catatan", "T18", "huruf_kurang", "konsulatif", [246]),
        # the last item ends in a semicolon
        ("catatan", "T28", "titik", "titik", [250, 351]),
        # the phrase stands there (angka 245 to 281)
        ("peringatan", "T29", "frasa", "sebagaimana pada", [253]),
        # “… sebagaimana dimaksud dalam Pasal 4 ayat (1) huruf a, dilaksanakan …”
        ("catatan", "T10", "koma_predikat", ",", [263, 274, 287, 299, 356, 409, 469]),
        # “pasal 5”, “pasal 11” in references (angka 80)
        ("peringatan", "T10", "huruf_awal", "pasal", [263, 274, 287, 299, 315, 358, 410, 470]),
        # “pada pasal” instead of “dalam Pasal” (angka 272)
        ("peringatan", "T10", "kata_depan", "pasal", [263, 274, 287, 299, 315, 358, 410, 470]),
        # three names for one thing; “tugas pokok dan fungsi” prevails (angka 250)
        ("peringatan", "T17", "berbeda", "tupoksi", [322]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "menumbuh kembangkan", [325]),
        # three names for one thing; “tugas pokok dan fungsi” prevails (angka 250)
        ("peringatan", "T17", "berbeda", "tugas dan fungsi", [327]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "subtansial", [330]),
        # recurs in the articles but is not defined
        ("catatan", "T16", "tanpa_definisi", "DPRD", [349]),
        # “Antar Perangkat Daerah” (angka 87 huruf c)
        ("catatan", "T28", "awal_kapital", "huruf_kecil", [351]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "insidentil", [458]),
        # the phrase stands there (angka 245 to 281)
        ("peringatan", "T29", "frasa", "sebagaimana", [462]),
        # Pasal 13 ayat (3) and 14 ayat (2) huruf e name a lampiran that is not there
        ("belum_lengkap", "T33", "tidak_ada", "lampiran", [463, 503]),
        # “Peraturan ini” in a Peraturan Bupati
        ("catatan", "T29", "frasa", "peraturan ini", [463]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "mengkoordinasikan", [479]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "tatalaksana", [482]),
        # a blank beside the hyphen or slash
        ("catatan", "T18", "tanda_renggang", "-", [489, 530]),
        # recurs in the articles but is not defined
        ("catatan", "T16", "tanpa_definisi", "Unit Pelaksana Teknis", [523]),
        # the phrase stands there (angka 245 to 281)
        ("peringatan", "T29", "frasa", "ketentuan yang berlaku", [534, 538]),
        # BAB V is missing (angka 72)
        ("peringatan", "T25", "loncat", "BAB VI", [552]),
    ],
    "drafts/tanpa_cela.docx": [],
    # its substance: tests/substance/structure.toml
    "drafts/susunan_dinas_sosial.docx": [],
    "drafts/koordinasi_daerah.docx": [],
    "drafts/keputusan_forum.docx": [],
    "drafts/staf_ahli.pdf": [
        # not the standard spelling
        ("catatan", "T18", "ejaan", "mempengaruhi", [58]),
        # recurs in the articles but is not defined
        ("catatan", "T16", "tanpa_definisi", "Perangkat Daerah", [63]),
    ],
    "drafts/hasil_ocr.txt": [
        # “M E M U T U S K A N :” (angka 54)
        ("catatan", "T21", "memutuskan_berspasi", "memutuskan", [23]),
    ],
    "drafts/perubahan_pola_hubungan_kerja.txt": [],
    "drafts/revisi_kutim_41_2023.txt": [
        # “a bahwa”, “b bahwa”: no full stop after the letter (angka 22)
        ("catatan", "T22", "penanda", "penanda", [23, 24]),
        # “Pasal 18 ayat (6), Undang-Undang Dasar”: a comma too many (angka 44)
        ("catatan", "T23", "uud", "uud", [25]),
        # “Perubahan Kedua”, but “sebagaimana telah diubah” once (angka 7)
        ("catatan", "T23", "beberapa_kali", "Undang-Undang Nomor 7 Tahun 2000", [26]),
        # the gazette cited is of another year than the regulation
        (
            "peringatan",
            "T24",
            "tahun_lembaran",
            "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
            [36],
        ),
        # Perda 5/2022 “diubah dengan” Perda 5/2022; Perda 10/2016 is meant
        (
            "peringatan",
            "T24",
            "mengubah_diri",
            "Peraturan Daerah Kabupaten Kutai Timur Nomor 5 Tahun 2022",
            [37],
        ),
        # the gazette cited is of another year than the regulation
        (
            "peringatan",
            "T24",
            "tahun_lembaran",
            "Peraturan Daerah Kabupaten Kutai Timur Nomor 5 Tahun 2022",
            [37],
        ),
        # twice “tentang Perubahan Peraturan Daerah” without “atas” (angka 6)
        (
            "catatan",
            "T23",
            "tanpa_atas",
            "Peraturan Daerah Kabupaten Kutai Timur Nomor 5 Tahun 2022",
            [37],
        ),
        # defined, but no article uses it (angka 102)
        ("peringatan", "T13", "tidak_dipakai", "Wakil Bupati", [65]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "non kementerian", [68]),
        # “antar” is bound to the word that it goes with
        ("catatan", "T18", "antar_terpisah", "antar perangkat", [93, 169, 221]),
        # defined, yet written without capitals here (angka 108)
        ("catatan", "T14", "huruf_kecil", "Pemerintahan Daerah", [102, 267, 280]),
        # a letter or hyphen is missing
        ("catatan", "T18", "huruf_kurang", "kolegal", [111]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "dan/ atau", [113, 409]),
        # “… sebagaimana dimaksud dalam Pasal 4 ayat (1) huruf a, dilaksanakan …”
        ("catatan", "T10", "koma_predikat", ",", [130, 140, 147, 162, 167, 189, 406]),
        # the phrase stands there (angka 245 to 281)
        ("pelanggaran", "T29", "frasa", "antara lain", [131]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "inter sektoral", [193, 199]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "multi sektoral", [195, 221]),
        # Pasal 10 has no ayat: its list stands in the pasal itself
        ("peringatan", "T9", "tidak_ada", "Pasal 10 ayat (1) huruf a", [199]),
        # a blank beside the hyphen or slash
        ("catatan", "T18", "tanda_renggang", "/", [201]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "tatalaksana", [201]),
        # Pasal 10 has no ayat: its list stands in the pasal itself
        ("peringatan", "T9", "tidak_ada", "Pasal 10 ayat (1) huruf b", [217]),
        # Pasal 10 has no ayat: its list stands in the pasal itself
        ("peringatan", "T9", "tidak_ada", "Pasal 10 ayat (1) huruf c", [221]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "kerjasama", [224, 228, 232, 236, 287]),
        # “antar” is bound to the word that it goes with
        ("catatan", "T18", "antar_terpisah", "antar daerah", [228]),
        # “antar” is bound to the word that it goes with
        ("catatan", "T18", "antar_terpisah", "antar organisasi", [236]),
        # recurs in the articles but is not defined
        ("catatan", "T16", "tanpa_definisi", "Sekretaris Daerah", [236]),
        # BAB III stands after BAB IV (angka 72)
        ("peringatan", "T25", "mundur", "BAB III", [248]),
        # the phrase stands there (angka 245 to 281)
        ("catatan", "T29", "frasa", "terdiri dari", [258]),
        # recurs in the articles but is not defined
        ("catatan", "T16", "tanpa_definisi", "Dewan Perwakilan Rakyat Daerah", [258]),
        # defined, yet written without capitals here (angka 108)
        ("catatan", "T14", "huruf_kecil", "Pemerintah Daerah", [267, 267]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "bertanggungjawab", [268]),
        # a capital within the word
        ("catatan", "T18", "kapital_di_tengah", "diKoordinasikan", [268]),
        # “1. Asisten … Rakyat.”, “2. Asisten … Pembangunan.” with a list below (angka 87 huruf f)
        ("catatan", "T28", "titik_dua", "titik_dua", [282, 335]),
        # no “dan” after the last item but one (angka 88)
        ("catatan", "T28", "tanpa_sambung", "kata_sambung", [286, 372]),
        # no semicolon, or a full stop, within the list (angka 87 huruf d)
        ("catatan", "T28", "titik_koma", "titik_koma", [287, 299, 332, 362]),
        # a., 1., a), 1), (1): five levels (angka 87 huruf h); each list once
        (
            "pelanggaran",
            "T27",
            "terlalu_dalam",
            "5",
            [290, 313, 319, 332, 352, 364, 367, 381, 393, 397, 402],
        ),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "kepolisian resort", [334]),
        # defined, yet written without capitals here (angka 108)
        ("catatan", "T14", "huruf_kecil", "Sinkronisasi", [350]),
        # not the standard spelling
        ("catatan", "T18", "ejaan", "dibawahnya", [404]),
        # a letter or hyphen is missing
        ("catatan", "T18", "huruf_kurang", "tugastugas", [405]),
        # BAB IV for the second time (angka 72)
        ("peringatan", "T25", "ganda", "BAB IV", [425]),
        # “Kabupaten Kalimantan Timur” here, “Kabupaten Kutai Timur” in Menimbang
        ("peringatan", "T12", "judul", "Peraturan Bupati Nomor 47 Tahun 2014", [430]),
        # “LAMPIRAN :” (angka 195)
        ("catatan", "T33", "tanda_baca", ":", [478]),
        # “PEMERINTAH KABUPATEN KUTAI TIMUR” instead of “PEMERINTAH DAERAH” (angka 195)
        ("peringatan", "T20", "nama", "lampiran", [481]),
    ],
}


@cache
def checked(name: str) -> Result:
    return check_draft((CORPUS / name).read_bytes(), name)


@pytest.mark.parametrize("name", EXPECTED)
def test_exactly_the_reviewed_findings(name: str) -> None:
    result = checked(name)
    found = [
        (f.level.name, f.check, f.case, str(f.subject), [place.span.line for place in f.places])
        for f in result.findings
        if f.check.startswith("T")
    ]
    assert found == EXPECTED[name]


def test_what_a_reader_noticed_in_the_regulations_is_found_and_nothing_else() -> None:
    with open(Path(__file__).parent / "regulations.tsv", encoding="utf-8") as source:
        rows = judgements(source)
    findings = [
        f
        for name in {row.file for row in rows}
        for f in found_of(checked(f"regulations/{name}"), name)
    ]
    measure = measured(findings, rows)
    assert [found for found, held in measure.judged if not held] == []
    found, due = measure.recall()
    assert found / due >= 0.9, [row for row, at in measure.due if at is None]


def test_every_text_of_the_corpus_is_reviewed() -> None:
    drafts = {
        f"drafts/{path.name}"
        for path in (CORPUS / "drafts").iterdir()
        if path.suffix in (".docx", ".pdf", ".txt", ".md")
    }
    texts = {f"regulations/{path.name}" for path in (CORPUS / "regulations").glob("*.txt")}
    assert set(EXPECTED) == drafts | texts


@pytest.mark.parametrize("name", EXPECTED)
def test_every_finding_cites_a_rule_and_stands_on_a_line(name: str) -> None:
    result = checked(name)
    lines = result.source.splitlines()
    for finding in result.findings:
        assert finding.citations, finding.check
        assert finding.regulation == DRAFTING or not finding.check.startswith("T")
        for place in finding.places:
            assert lines[place.span.line - 1].strip()
