"""What a proposal or a draft leaves unassessed is said in every format."""

from collections.abc import Callable

import pytest
from checker_texts import CLEAN

FORMS = ["text", "html", "sarif", "junit"]
UNKNOWN_ACT = '\nALUR kegiatan "Kerja bakti"\n  1. Dinas Sosial mempersembahkan tari.\n'
PASTED = CLEAN.replace("Dinas", "Di\u200bnas", 1)
PARTIAL = CLEAN.replace("LINGKUP : lengkap", "LINGKUP : sebagian")
DRAFT = "PERATURAN BUPATI PASER\n\nPasal 1\nDinas S\u043esial dan Dinas Kese\u2061hatan menilai.\n"


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PARTIAL, "struktur yang tidak disebut tidak dinilai"),
        (PARTIAL + UNKNOWN_ACT, "mempersembahkan"),
        (PASTED, "dibaca tanpa karakter tak terlihat"),
    ],
    ids=["partial", "act", "pasted"],
)
def test_of_a_proposal(patuh: Callable, written: Callable, form: str, text: str, told: str) -> None:
    assert told in flat(patuh("check", "--format", form, written(text)).out)


@pytest.mark.parametrize("form", FORMS)
def test_of_a_draft_whose_names_only_look_alike(
    patuh: Callable, written: Callable, form: str
) -> None:
    out = flat(patuh("check", "--format", form, written(DRAFT, "naskah.txt")).out)
    assert "baris 4: karakter tak terlihat dibuang" in out
    assert "baris 4: ada kata yang mencampur huruf dari beberapa aksara" in out


def test_columns_count_what_was_read(patuh: Callable, written: Callable) -> None:
    """The mark under a finding stands under its words, after what was left out before them."""
    head = "USULAN : A\nDAERAH : Kabupaten Paser\n\nSTRUKTUR\n\n"
    plain = f"{head}Dinas Sosial bertanggung jawab langsung kepada Bupati.\n"
    pasted = plain.replace("Sosial", "So\u00adsial")
    first, second = (patuh("check", written(text)).out for text in (plain, pasted))
    marks = [line for line in first.splitlines() if "^" in line]
    assert marks
    assert [line for line in second.splitlines() if "^" in line] == marks
