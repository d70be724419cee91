"""What a finding says is what the sentence says, in Indonesian."""

import pytest

from patuh.checking import check
from patuh.report.wording import Wording

PASER, KUTIM = "Kabupaten Paser", "Kabupaten Kutai Timur"
LOAN = """ALUR pinjaman "Pinjaman"
1. Bupati melakukan pinjaman dengan "Bank X".
2. Bupati meminta persetujuan DPRD.
3. DPRD memberikan persetujuan."""
UPT = "UPT Laboratorium pada Dinas Sosial.\n"
GOVERNED = "padahal peraturan menetapkannya"
CASES = {
    "an aspect denied": (
        PASER,
        UPT + "Dinas Sosial tidak wajib mengevaluasi UPT Laboratorium.",
        "T6",
        f"dinyatakan bahwa Dinas Sosial tidak wajib mengevaluasi UPT Laboratorium, {GOVERNED}",
    ),
    "all three aspects denied": (
        PASER,
        UPT + "Dinas Sosial tidak membina, mengendalikan dan mengevaluasi UPT Laboratorium.",
        "T6",
        "dinyatakan bahwa Dinas Sosial tidak mengevaluasi, membina dan mengendalikan "
        f"UPT Laboratorium, {GOVERNED}",
    ),
    "a reading denied": (
        PASER,
        "Sekretaris Daerah tidak mengoordinasikan Inspektorat.",
        "T6",
        "dinyatakan bahwa Sekretaris Daerah tidak mengoordinasikan Inspektorat, "
        "sedangkan peraturan dapat dibaca menetapkannya",
    ),
    "a competence denied": (
        PASER,
        "Bupati tidak membawahi Dinas Sosial.",
        "T6",
        "dinyatakan bahwa Bupati tidak membawahi Dinas Sosial, "
        "sedangkan peraturan memberinya wewenang atau membolehkannya",
    ),
    "an exemption under another law": (
        PASER,
        "Dinas Sosial dikecualikan dari koordinasi dengan Sekretariat Daerah "
        "berdasarkan Peraturan Pemerintah Nomor 18 Tahun 2016.",
        "T6",
        "Dinas Sosial dikecualikan dari koordinasi dengan Sekretariat Daerah berdasarkan Peraturan "
        "Pemerintah Nomor 18 Tahun 2016; apakah Peraturan Pemerintah itu mengecualikannya, "
        "tidak dinilai",
    ),
    "a sub-kind that is a sort of units too": (
        KUTIM,
        "Dinas Kesehatan berhubungan kerja koordinatif vertikal dengan Dinas Sosial.",
        "P2",
        "koordinasi vertikal antara Dinas Kesehatan dan Dinas Sosial tidak dikenal dalam "
        "peraturan ini",
    ),
    "a request that comes too late": (
        PASER,
        LOAN,
        "D3",
        "dalam alur “Pinjaman” pinjaman dilakukan sebelum Bupati meminta persetujuan DPRD dan "
        "sebelum DPRD menyetujuinya",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_finding_says(name: str) -> None:
    region, text, wanted, said = CASES[name]
    part = "" if text.startswith("ALUR") else "STRUKTUR\n\n"
    source = f"USULAN : Uji\nDAERAH : {region}\nLINGKUP : sebagian\n\n{part}{text}\n"
    result = check(source.encode(), "uji.sotk")
    wording = Wording("id", result.input)
    assert [wording.sentence(one) for one in result.findings if one.check == wanted] == [said]
