"""A draft text as a change of norms: what is translated, what is refused, what is left and new."""

from pathlib import Path

import pytest

from patuh.knowledge.regulations import regulation, text_path
from patuh.knowledge.root import kb_root, using
from patuh.revision.adequacy import norms_in
from patuh.revision.compared import compared
from patuh.revision.drafted.new_side import new_side
from patuh.revision.drafted.translating import NoRevisionError, refusing, translated
from patuh.revision.records import Drafted
from patuh_parser.legal.reader import read_draft

NAME = "kutim_41_2023"
LAW = regulation(NAME)
DRAFTS = Path(__file__).parents[2] / "corpus" / "drafts"
AYAT_3 = "dibawahnya, wajib mengikuti dan mematuhi petunjuk serta bertanggung jawab"
AYAT_5 = (
    "- (5) Pengoordinasian dan pertanggungjawaban sebagaimana dimaksud pada ayat (4), "
    "dilaksanakan melalui Asisten yang membidangi.\n"
)
ENTRY = "pasal-18.ayat-1.huruf-d.angka-1.huruf-b.angka-1.angka-2"
MOVED = "Dinas Pariwisata"
AMENDING = """\
BUPATI KUTAI TIMUR
PROVINSI KALIMANTAN TIMUR

PERATURAN BUPATI KUTAI TIMUR
NOMOR 7 TAHUN 2026
TENTANG
PERUBAHAN ATAS PERATURAN BUPATI NOMOR 41 TAHUN 2023 TENTANG
POLA MEKANISME HUBUNGAN KERJA DAN KOORDINASI

DENGAN RAHMAT TUHAN YANG MAHA ESA

BUPATI KUTAI TIMUR,

Menimbang : bahwa Pasal 18 perlu diubah;

Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;

MEMUTUSKAN:

Menetapkan : PERATURAN BUPATI TENTANG PERUBAHAN ATAS PERATURAN BUPATI NOMOR 41 TAHUN 2023.

Pasal I

Beberapa ketentuan dalam Peraturan Bupati Kutai Timur Nomor 41 Tahun 2023 diubah sebagai berikut:

1. Ketentuan ayat (5) Pasal 18 dihapus.

Pasal II

Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
"""


def of(*changes: tuple[str, str], without: tuple[int, ...] = ()) -> Drafted:
    """The regulation with these changes of its text, as a draft."""
    text = text_path(LAW).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return refusing(translated(read_draft(text.encode(), "rancangan.txt"), LAW), without)


def norms(every: tuple[str, ...]) -> list[str]:
    """The norms without regulation and provision."""
    return [one.replace(f"{NAME},", "").rpartition(",")[0] + ")" for one in every]


def told(found: Drafted) -> list[tuple[str, str, list[str], list[str]]]:
    return [(o.kind, o.provision, norms(o.gone), norms(o.came)) for o in found.translated]


def test_the_law_itself_changes_nothing() -> None:
    for name in (NAME, "paser_56_2020"):
        law = regulation(name)
        draft = read_draft(text_path(law).read_bytes(), "rancangan.txt")
        assert translated(draft, law) == Drafted((), (), ())


def test_an_entry_under_another_asisten_is_exact() -> None:
    found = of(
        (f" - (2) {MOVED};\n", ""),
        ("Dinas Perikanan; dan\n", f"Dinas Perikanan;\n - (11) {MOVED}; dan\n"),
    )
    gone = [f'daftar(asisten_pemerintahan_dan_kesejahteraan_rakyat,pelaksana,"{MOVED}")']
    came = [f'daftar(asisten_perekonomian_dan_pembangunan,pelaksana,"{MOVED}")']
    assert told(found) == [("daftar", ENTRY, gone, came)]
    assert (found.left, found.fresh) == ((), ())


def test_a_duty_that_becomes_a_permission_loses_what_binds_and_nothing_else() -> None:
    """What is no duty by its kind, as the competence that a reading finds there, stays."""
    (one,) = of((AYAT_3, AYAT_3.replace("wajib", "dapat"))).translated
    assert (one.kind, one.provision, one.came) == ("modal", "pasal-18.ayat-3", ())
    every = {norm for norm in norms_in(LAW).every if norm.endswith('"pasal-18.ayat-3")')}
    stay = norms(tuple(sorted(every - {*one.gone})))
    assert stay == [
        "sifat_norma(wewenang_memerintah,tafsir)",
        "wewenang_memerintah(bupati,internal)",
    ]


def test_a_duty_said_with_untuk_becomes_a_permission_too() -> None:
    """`berkewajiban untuk menyampaikan` → `dapat menyampaikan`: `untuk` is no word of its own."""
    law = regulation("paser_56_2020")
    text = text_path(law).read_text(encoding="utf-8")
    was, now = (f"Teknis Dinas/Badan {o} " for o in ("berkewajiban untuk", "dapat"))
    assert was in text
    found = translated(read_draft(text.replace(was, now).encode(), "rancangan.txt"), law)
    assert [(one.kind, one.provision) for one in found.translated] == [
        ("modal", "pasal-14.ayat-6.huruf-c")
    ]
    assert found.left == ()


def test_a_provision_that_is_left_out_loses_its_norms() -> None:
    (one,) = of((AYAT_5, "")).translated
    assert (one.kind, one.provision, one.came) == ("dihapus", "pasal-18.ayat-5", ())
    assert {*one.gone} == {n for n in norms_in(LAW).every if n.endswith('"pasal-18.ayat-5")')}
    assert len(one.gone) == 3


def test_an_office_in_the_place_of_another_is_translated_as_that() -> None:
    found = of(
        ("melalui Sekretaris Daerah dimaksudkan", "melalui Asisten Administrasi Umum dimaksudkan")
    )
    (one,) = found.translated
    assert (one.kind, one.old, one.new) == (
        "isian",
        "Sekretaris Daerah",
        "Asisten Administrasi Umum",
    )
    assert norms(one.gone) == [
        "jalur_laporan(pertanggungjawaban,sekretaris_daerah)",
        "pertanggungjawaban_melalui(perangkat_daerah,sekretaris_daerah)",
    ]
    assert norms(one.came) == [
        "jalur_laporan(pertanggungjawaban,asisten_administrasi_umum)",
        "pertanggungjawaban_melalui(perangkat_daerah,asisten_administrasi_umum)",
    ]


HELPS, TO = "Staf Ahli adalah unsur pembantu {}", "terhadap isu strategis kepada {} sesuai"


def test_an_office_that_stands_there_twice_is_translated_where_both_are_replaced() -> None:
    both = [(one.format("Bupati"), one.format("Sekretaris Daerah")) for one in (HELPS, TO)]
    (one,) = of(*both).translated
    assert (one.kind, one.old, one.new) == ("isian", "Bupati", "Sekretaris Daerah")
    assert norms(one.came) == [
        "penerima_rekomendasi(staf_ahli,sekretaris_daerah)",
        "pertanggungjawaban(staf_ahli,sekretaris_daerah,tekstual)",
    ]
    found = of(both[1])
    assert (found.translated, [one.provision for one in found.left]) == ((), ["pasal-1.angka-7"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (AYAT_3, "dibawahnya, wajib melapor"),
        ("melalui Sekretaris Daerah dimaksudkan", "melalui Gubernur dan Asisten dimaksudkan"),
        ("melalui Asisten yang membidangi", "tanpa melalui Asisten yang membidangi"),
    ],
)
def test_what_is_reworded_is_left_with_its_norms_and_never_guessed(old: str, new: str) -> None:
    found = of((old, new))
    (left,) = found.left
    assert found.translated == ()
    assert left.provision.startswith("pasal-18.ayat-")
    assert {*left.norms} == {n for n in norms_in(LAW).every if n.endswith(f'"{left.provision}")')}


def test_a_new_provision_is_told() -> None:
    new = "- (7) Setiap Dinas melaporkan pelaksanaan Koordinasi kepada Gubernur.\n"
    found = of((" - c. konsultasi.\n", f" - c. konsultasi.\n{new}"))
    assert [one.label for one in found.fresh] == ["Pasal 18 ayat (7)"]
    assert (found.translated, found.left) == ((), ())


def test_a_translation_that_is_refused_is_left() -> None:
    found = of((AYAT_5, ""), without=(1,))
    assert found.translated == ()
    assert [(one.label, len(one.norms)) for one in found.left] == [("Pasal 18 ayat (5)", 3)]


def test_an_amending_draft_is_applied_first() -> None:
    found = translated(read_draft(AMENDING.encode(), "perubahan.txt"), LAW)
    assert [(one.kind, one.provision) for one in found.translated] == [
        ("dihapus", "pasal-18.ayat-5")
    ]
    assert (found.left, found.fresh) == ((), ())


def test_a_draft_on_something_else_is_no_revision() -> None:
    draft = read_draft((DRAFTS / "tanpa_cela.docx").read_bytes(), "tanpa_cela.docx")
    with pytest.raises(NoRevisionError):
        translated(draft, LAW)


def test_the_new_side_has_the_norms_of_the_draft_and_all_others() -> None:
    text = (DRAFTS / "revisi_kutim_41_2023.txt").read_bytes()
    found = translated(read_draft(text, "revisi.txt"), LAW)
    assert [one.kind for one in found.translated] == ["daftar", "daftar", "modal"]
    gone = {norm for one in found.translated for norm in one.gone}
    came = {norm for one in found.translated for norm in one.came}
    old = {*norms_in(LAW).every}
    with new_side(found, LAW) as root:
        assert isinstance(root, Path)
        with using(root):
            new = {*norms_in(LAW).every}
    assert new == (old - gone) | came


@pytest.mark.slow
def test_a_draft_in_which_one_word_changes_is_told_with_sentence_and_example() -> None:
    draft = of((AYAT_3, AYAT_3.replace("wajib", "dapat")))
    with new_side(draft, LAW) as root:
        assert isinstance(root, Path)
        found = compared(NAME, kb_root(), root, draft=draft)
    shown = {one.check: [e.lines for e in one.examples] for one in found.checks}
    assert found.whole.verdict == "lebih_longgar"
    ((sentence,),) = shown["A9"]
    assert sentence.startswith("Bagian Hukum bertanggung jawab kepada ")
    assert not found.untranslated
