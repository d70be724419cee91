"""The tables of the language are current, in both languages."""

import re
from pathlib import Path

import pytest

from patuh.audit.language import page
from patuh.knowledge.names import gazetteer
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import kb_root
from patuh.messages import Lang, entries

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("lang", "folder"), [("id", "id"), ("en", ".")])
def test_the_committed_page_is_current(lang: Lang, folder: str) -> None:
    """Else: patuh kb docs --language --lang LANG > docs/…/language-reference.md"""
    committed = DOCS / folder / "language-reference.md"
    assert page(lang) == committed.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "entry",
    [
        "* ‹langkah ALUR›",
        "  * `[hanya] [‹di bawah›] bertanggung jawab [‹sifat› …] kepada ‹tujuan›"
        " [‹jalur atau sifat› …].`",
        "* `melimpahkan tugas ‹teks› kepada ‹nama-nama›.` → `Delegation`: `dilimpahkan`",
        "* **bertanggung jawab**: `bertanggung jawab`, "
        "`berkedudukan (dan|serta) bertanggung jawab`, `bertanggungjawab`, "
        "`mempertanggungjawabkannya`, "
        "`mempertanggungjawabkan [(pelaksanaan|hasil)] (tugas|"
        "tugasnya|tugas dan fungsi|tugas dan fungsinya|kinerja|kinerjanya|kerja|kerjanya|"
        "pekerjaannya|kegiatannya) [(dinasnya|badannya|unitnya|unit kerjanya|satuannya)]`",
        "* **triwulanan**: `triwulan`, `triwulanan`, `tribulanan`",
        "* **menyetujui, persetujuan**: `memberikan persetujuan`",
        "* **desa**: `Desa`, `Pemerintah Desa`",
        "* **E403** kata `…` tidak dimengerti di sini; seharusnya …",
    ],
)
def test_the_page_has_an_entry(entry: str) -> None:
    assert entry in page("id").splitlines()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_nothing_is_printed_of_what_is_empty(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    own = gazetteer(kb_root(), [])
    assert not own.patterns
    monkeypatch.setattr("patuh.audit.language.gazetteer", lambda *_: own)
    lines = page(lang).splitlines()
    assert [line for line in lines if re.search(r"``|: ?;|; ?$|:\s*$", line)] == []
    assert not any(law.short in line for line in lines for law in regulations())


def test_every_name_of_a_part_and_of_a_table_is_asked_for() -> None:
    found = page("en")
    assert [
        words for words in entries("language", "en").values() if words.strip() not in found
    ] == []
