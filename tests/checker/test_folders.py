"""`check FOLDER`: what it checks, what it cannot read, and what it says it left out."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from checker_texts import CLEAN, VIOLATION

from patuh.cli.outputs.results import FORMATS

DRAFT = "PERATURAN BUPATI PASER\nMenimbang : a. bahwa perlu;\nPasal 1\nIsi.\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def packed(name: str, content: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, content)
    return data.getvalue()


ODT = packed("mimetype", b"application/vnd.oasis.opendocument.text")
UNREAD = {
    "lama.doc": (OLE, "doc_lama"),
    "makro.docm": (packed("word/vbaProject.bin", b""), "makro"),
    "makro.dotm": (packed("word/vbaProject.bin", b""), "makro"),
    "kaya.rtf": (b"{\\rtf1 x}", "perlu_office"),
    "bebas.odt": (ODT, "perlu_office"),
    "pola.ott": (ODT, "perlu_office"),
    "lembar.docx": (packed("xl/workbook.xml", b""), "format_tak_dikenal"),
    "surat.docx": (packed("word/isi.xml", b""), "docx_rusak"),
    "pola.dot": (OLE, "doc_lama"),
    "pola.dotx": (packed("x", b""), "format_tak_dikenal"),
    "BESAR.DOC": (OLE, "doc_lama"),
    "tanpa_tanda.txt": (DRAFT.encode("utf-16-le"), "nul"),
}


def names(run: object) -> list[str]:
    """The inputs that a report in JSON is on."""
    return [entry["path"] for entry in json.loads(run.out)["inputs"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "held"), UNREAD.items(), ids=UNREAD)
@pytest.mark.parametrize("by_name", [False, True], ids=["in a folder", "named"])
def test_a_kind_that_is_not_read_is_told_by_its_content(
    patuh: Callable, written: Callable, name: str, held: tuple[bytes, str], by_name: bool
) -> None:
    written(CLEAN, "f/a.sotk")
    written(held[0], f"f/{name}")
    run = patuh("check", f"f/{name}" if by_name else "f")
    assert run.code == 2
    assert f"galat[{held[1]}]: " in run.err
    assert f" --> f/{name}:1:1\n" in run.err
    assert ("f/a.sotk: tidak ada temuan" in run.out) != by_name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("before", ["", "x" * 70_000 + "\n"], ids=["at once", "after 64 KB"])
@pytest.mark.parametrize("ending", [".txt", ".MD"])
def test_a_draft_is_one_in_any_encoding_and_wherever_it_opens(
    patuh: Callable, written: Callable, encoding: str, before: str, ending: str
) -> None:
    written((before + DRAFT).encode(encoding), f"f/naskah{ending}")
    run = patuh("check", "--format", "json", "f")
    assert f"f/naskah{ending}" in names(run)


@pytest.mark.parametrize(
    "opening",
    [
        "MENIMBANG : a. bahwa perlu;",
        "menimbang",
        "  Mengingat:",
        "M E M U T U S K A N :",
        "MENGINGAT",
    ],
)
def test_a_draft_opens_in_whatever_letters(
    patuh: Callable, written: Callable, opening: str
) -> None:
    written(f"PERATURAN BUPATI PASER\n{opening}\nPasal 1\nIsi.\n", "f/naskah.txt")
    written("Rapat yang akan menimbang usul.\n", "f/catatan.txt")
    assert names(patuh("check", "--format", "json", "f")) == ["f/naskah.txt"]


@pytest.mark.parametrize("name", ["x.sotk.txt", "x.SOTK.TXT"])
@pytest.mark.parametrize("by_name", [False, True], ids=["in a folder", "named"])
def test_a_proposal_that_an_editor_called_text_is_a_proposal(
    patuh: Callable, written: Callable, name: str, by_name: bool
) -> None:
    written(VIOLATION, f"f/{name}")
    run = patuh("check", "--format", "json", f"f/{name}" if by_name else "f")
    (finding,) = json.loads(run.out)["findings"]
    assert (run.code, finding["check"]) == (1, "H7")
    assert patuh("check", "--fix", f"f/{name}").code == 0
    assert Path(f"f/{name}").read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize("name", ["x.sotk", "x.docx", "x.pdf", "x.txt", "x.md", "x.doc"])
def test_a_broken_link_of_a_named_kind_cannot_be_read(
    patuh: Callable, written: Callable, name: str
) -> None:
    written(CLEAN, "f/a.sotk")
    Path("f", name).symlink_to("tiada")
    run = patuh("check", "f")
    assert run.code == 2
    assert f"galat[M002]: berkas atau folder ini tidak ada\n --> f/{name}:1:1\n" in run.err


@pytest.mark.parametrize("name", ["x.sotk", "x.docx", "x.txt"])
def test_what_is_named_like_a_file_and_is_none_cannot_be_read(
    patuh: Callable, written: Callable, name: str
) -> None:
    written(CLEAN, "f/a.sotk")
    os.mkfifo(f"f/{name}")
    run = patuh("check", "f")
    assert run.code == 2
    assert "galat[M002]: berkas tidak dapat dibuka: bukan berkas biasa\n" in run.err


@pytest.fixture
def mixed(written: Callable, tmp_path: Path) -> None:
    """A folder with a proposal, and beside it one of each that is no input."""
    written(CLEAN, "f/a.sotk")
    written("Rapat besok.\n", "f/catatan.txt")
    written("# Daftar\n", "f/dalam/README.md")
    written(b"\x89PNG", "f/cap.png")
    written(b"x", "f/dalam/lembar.xlsx")
    written(VIOLATION, "lain/b.sotk")
    (tmp_path / "f" / "pintas").symlink_to(tmp_path / "lain")
    (tmp_path / "f" / "putus").symlink_to("tiada")


LEFT = {
    "id": [
        "f: tidak diperiksa: 1 tautan yang putus: putus",
        "f: tidak diperiksa: 1 folder tertaut: pintas",
        "f: tidak diperiksa: 2 berkas teks tanpa Menimbang, Mengingat, atau Memutuskan:"
        " catatan.txt, dalam/README.md",
        "f: tidak diperiksa: 2 berkas jenis lain: cap.png, dalam/lembar.xlsx",
    ],
    "en": [
        "f: not checked: 1 broken links: putus",
        "f: not checked: 1 linked folders: pintas",
        "f: not checked: 2 text files without Menimbang, Mengingat or Memutuskan:"
        " catatan.txt, dalam/README.md",
        "f: not checked: 2 files of other kinds: cap.png, dalam/lembar.xlsx",
    ],
}


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("lang", LEFT)
def test_what_is_left_out_is_said_and_is_no_error(patuh: Callable, lang: str) -> None:
    run = patuh("check", "--lang", lang, "f")
    assert run.code == 0
    assert run.err.splitlines() == LEFT[lang]


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("option", ["--diff", "--fix"])
def test_so_it_is_of_a_repair(patuh: Callable, option: str) -> None:
    assert patuh("check", option, "f").err.splitlines()[1:] == LEFT["id"]


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_so(patuh: Callable, form: str) -> None:
    run = patuh("check", "--format", form, "f")
    assert run.code == 0
    for name in ("putus", "pintas", "catatan.txt", "dalam/README.md", "cap.png", "lembar.xlsx"):
        assert name in run.out + run.err
    if form == "json":
        schema = files("patuh").joinpath("schema/findings-2.json").read_text(encoding="utf-8")
        jsonschema.Draft202012Validator(json.loads(schema)).validate(json.loads(run.out))
    if form == "junit":
        suite = ElementTree.fromstring(run.out)[-1]
        assert (suite.get("tests"), suite.get("skipped")) == ("4", "4")


def test_what_belongs_to_programs_is_left_alone_and_told(
    patuh: Callable, written: Callable
) -> None:
    """Hidden folders, virtual environments and packages; the locks of open files."""
    written(CLEAN, "f/a.sotk")
    for inner in (".git", "lingkungan", "node_modules"):
        written(VIOLATION, f"f/{inner}/b.sotk")
    written("", "f/lingkungan/pyvenv.cfg")
    for lock in ("~$naskah.docx", ".~lock.naskah.docx#", "._naskah.docx"):
        written(b"x", f"f/{lock}")
    for call in ([], ["--fix"]):
        run = patuh("check", *call, "f")
        assert run.code == 0
        assert run.err.splitlines()[-2:] == [
            "f: tidak diperiksa: 3 berkas kunci: ._naskah.docx, .~lock.naskah.docx#, ~$naskah.docx",
            "f: tidak dimasuki: 3 folder tersembunyi atau milik program: "
            ".git, lingkungan, node_modules",
        ]
    assert Path("f/.git/b.sotk").read_text(encoding="utf-8") == VIOLATION


def test_what_is_no_regulation_is_an_error_only_where_it_is_named(
    patuh: Callable, written: Callable
) -> None:
    written(CLEAN, "f/a.sotk")
    written("SURAT UNDANGAN\n\nMengingat rapat, hadirlah.\n", "f/b.markdown")
    run = patuh("check", "./f")
    assert run.code == 0
    said = "berkas yang bukan peraturan atau keputusan: b.markdown\n"
    assert run.err == f"./f: tidak diperiksa: 1 {said}"
    assert patuh("check", "f/b.markdown").code == 2


@pytest.mark.parametrize(
    ("text", "name", "call", "draft"),
    [
        (DRAFT, "naskah", [], True),
        (DRAFT, "naskah.rancangan", [], True),
        (DRAFT, "naskah.txt", ["--as", "proposal"], False),
        (VIOLATION, "usulan.txt", [], False),
        (VIOLATION, "usulan", [], False),
        (VIOLATION, "usulan.md", [], False),
        ("Pasal 1\nIsi.\n", "naskah", ["--as", "draft"], True),
        ("Pasal 1\nIsi.\n", "naskah", [], False),
    ],
)
@pytest.mark.parametrize("timeout", [[], ["--timeout", "60"]])
def test_what_a_file_holds_is_told_by_its_content(
    patuh: Callable, written: Callable, text: str, name: str, call: list[str], draft: bool,
    timeout: list[str],
) -> None:  # fmt: skip
    written(text, name)
    run = patuh("check", *call, *timeout, "--format", "json", name)
    found = json.loads(run.out)
    checks = {f["check"][0] for f in found["findings"]}
    assert ("T" in checks) == draft
    assert draft or run.code == (1 if text == VIOLATION else 2)


def test_of_many_only_the_first_are_named_and_json_has_all(
    patuh: Callable, written: Callable
) -> None:
    written(CLEAN, "f/a.sotk")
    for number in range(13):
        written(b"", f"f/{number:02}.png")
    said = patuh("check", "f").err
    assert said.endswith("07.png, 08.png, 09.png dan 3 lainnya\n")
    assert len(json.loads(patuh("check", "--format", "json", "f").out)["left_out"]) == 13


@pytest.mark.parametrize(
    ("count", "end"),
    [(10, "08.png, 09.png"), (11, "08.png, 09.png dan 1 lainnya")],
)
def test_of_ten_all_are_named_and_the_eleventh_is_counted(
    patuh: Callable, written: Callable, count: int, end: str
) -> None:
    written(CLEAN, "f/a.sotk")
    for number in range(count):
        written(b"", f"f/{number:02}.png")
    assert patuh("check", "f").err.endswith(f"{end}\n")


def test_a_folder_with_nothing_to_check_says_what_it_holds(
    patuh: Callable, written: Callable
) -> None:
    written("x", "f/a.txt")
    run = patuh("check", "f")
    assert (run.code, run.out) == (2, "")
    assert "galat[M001]: tidak ada berkas .sotk di dalam folder" in run.err
    assert run.err.splitlines()[-1].endswith(" Memutuskan: a.txt")


def test_a_folder_of_inputs_alone_has_nothing_to_say(patuh: Callable, written: Callable) -> None:
    written(CLEAN, "f/a.sotk")
    run = patuh("check", "--format", "json", "f")
    assert (run.code, run.err, "left_out" in json.loads(run.out)) == (0, "", False)
