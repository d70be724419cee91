"""Nothing that a terminal, a page or a viewer would obey is shown, wherever it comes from."""

import io
import json
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from functools import cache
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import pytest
from checker_texts import CLEAN, VIOLATION
from pypdf import PdfReader

from patuh.cli.outputs.progress import Progress
from patuh.report.documents.forms import DOCUMENTS
from patuh.report.terminal.style import Style
from patuh_parser.text.shown import ENDS, JOINERS, as_json, in_xml, shown

UNSEEN = ("Cc", "Cf", "Zl", "Zp")
NOTHING = ("Cn", "Co", "Cs")
NAMES = {
    "colour": "a\x1b[31m{}",
    "title of the window": "b\x1b]0;x\x07{}",
    "link": "c\x1b]8;;http:x\x1b\\{}",
    "C1": "d\x9b31m{}",
    "carriage return": "e\rf{}",
    "overridden direction": "g\u202ehi{}",
    "isolate": "j\u2066k{}",
    "no character": "l\uffff{}",
    "no text": "m\udcff{}",
}
MARKS = "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x61C, 0x200E, 0xE0041]))
DRAFT = f"""PERATURAN BUPATI PASER
NOMOR 1 TAHUN 2026
TENTANG
TATA {MARKS}KERJA

Pasal 1
Dinas {MARKS}Sosial menurut Pasal {MARKS}9 menilai.

Ditetapkan di Tana {MARKS}Paser
BUPATI PASER,

{MARKS}FULAN
"""


def odd(text: str, keep: str = "\n") -> list[str]:
    """The characters of a text that nobody may be shown."""
    return [c for c in text if unicodedata.category(c) in UNSEEN + NOTHING and c not in keep]


@cache
def stretches() -> list[tuple[bool, str]]:
    """All characters in stretches of one category, and whether it is seen."""
    found = groupby(map(chr, range(0x110000)), unicodedata.category)
    return [(kind not in UNSEEN + NOTHING, "".join(stretch)) for kind, stretch in found]


@pytest.fixture(
    scope="module",
    params=[False, pytest.param(True, marks=pytest.mark.slow)],
    ids=["ends of stretches", "all"],
)
def unseen(request: pytest.FixtureRequest) -> str:
    """Every character that nobody sees; of long stretches the ends will do, nearly a million are
    no characters at all."""
    every = (stretch for seen, stretch in stretches() if not seen)
    few = 64
    return "".join(
        one if request.param or len(one) <= 2 * few else one[:few] + one[-few:] for one in every
    )


def test_every_character_that_is_not_seen_is_shown_as_one_that_is(unseen: str) -> None:
    assert len(shown(unseen)) == len(unseen)
    assert odd(shown(unseen)) == []
    assert shown(f"a\tb{JOINERS}", ENDS + JOINERS) == f"a\tb{JOINERS}"


def test_what_is_seen_stays() -> None:
    every = "".join(stretch for seen, stretch in stretches() if seen)
    assert shown(every) == every
    assert as_json(every) == json.dumps(every, ensure_ascii=False) + "\n"


def test_json_keeps_every_character_and_shows_none_of_them(unseen: str) -> None:
    written = as_json({"a": [unseen, unseen]})
    assert odd(written) == []
    assert json.loads(written)["a"] == [json.loads(json.dumps(unseen))] * 2


def test_xml_can_hold_every_text_and_every_attribute(unseen: str) -> None:
    root = ElementTree.Element("a", b=unseen)
    root.text = unseen
    ElementTree.SubElement(root, "c").tail = unseen
    in_xml(root)
    read = ElementTree.fromstring(ElementTree.tostring(root, encoding="utf-8"))
    assert odd("".join(read.itertext()) + str(read.get("b"))) == []


def test_xml_keeps_what_it_is_told_to_and_nothing_else_in_every_part() -> None:
    root = ElementTree.Element("a", b="x\u200b\x07")
    root.text = "y\u200b\x07"
    ElementTree.SubElement(root, "c").tail = "z\u200b\x07X"
    in_xml(root, JOINERS)
    assert [root.get("b"), *root.itertext()] == ["x\u200b ", "y\u200b ", "z\u200b X"]
    in_xml(root)
    assert [root.get("b"), *root.itertext()] == ["x  ", "y  ", "z  X"]


@pytest.mark.parametrize("links", [False, True])
@pytest.mark.parametrize("color", [False, True])
def test_of_sequences_only_those_of_the_style_pass(color: bool, links: bool) -> None:
    style = Style(color=color, links=links)
    own = style.paint("a", "bold") + style.file("b", "c d.sotk")
    foreign = "\x1b[31m \x1b[2J \x1b]0;x\x07 \x1b]8;;http://x\x1b\\ \x1b[1;31"
    assert style.clean(own) == own
    assert odd(style.clean(foreign)) == []
    assert Style().clean("\x1b[1mx\x1b[0m") == " [1mx [0m"


SOME_IN_EVERY_REPORT = [
    pytest.param(
        form, name, id=f"{said}-{form}", marks=[pytest.mark.slow] if (at + number) % 3 else []
    )
    for at, form in enumerate(["text", *DOCUMENTS])
    for number, (said, name) in enumerate(NAMES.items())
]
"""Each format with a third of the names; with all of them under `pytest -m slow`."""


@pytest.mark.parametrize(("form", "name"), SOME_IN_EVERY_REPORT)
def test_names_of_files_in_every_report(
    patuh: Callable, written: Callable, name: str, form: str
) -> None:
    files = [written(VIOLATION, name.format(".sotk")), written("bukan", name.format("x.sotk"))]
    files.append(written(DRAFT, name.format(".txt")))
    run = patuh("check", "--format", form, "--why", *files)
    assert run.code == 2
    assert odd(run.out + run.err) == []
    if form == "json":
        assert [entry["path"] for entry in json.loads(run.out)["inputs"]] == [files[0], files[2]]
    if form == "junit":
        ElementTree.fromstring(run.out)


OTHER_CALLS = [
    "check --diff {fault}",
    "check --fix {fault}",
    "compare {sound} {fault}",
    "compare --format json {sound} {fault}",
    "why-not {sound} H7 {unit}",
    "facts {none}",
    "references {draft}",
    "references --format dot {draft}",
    "export {draft} -o {none}/x",
    *(f"compare --format {form} {{draft}} {{other}}" for form in ("text", "html", "json")),
]


@pytest.mark.parametrize(
    ("number", "name"),
    [pytest.param(number, name, id=said) for number, (said, name) in enumerate(NAMES.items())],
)
@pytest.mark.parametrize("part", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2))])
def test_names_of_files_in_what_other_commands_say(
    patuh: Callable, written: Callable, number: int, name: str, part: int
) -> None:
    """Each call with a third of the names; with all of them under `pytest -m slow`."""
    files = {
        "fault": written(VIOLATION, name.format(".sotk")),
        "sound": written(CLEAN, name.format("2.sotk")),
        "draft": written(DRAFT, name.format(".txt")),
        "other": written(DRAFT, name.format("2.txt")),
        "none": name.format("none"),
        "unit": "Dinas Sosial",
    }
    for call in OTHER_CALLS[(number + part) % 3 :: 3]:
        run = patuh(*(word.format(**files) for word in call.split()))
        assert odd(run.out + run.err) == [], call


@pytest.mark.parametrize("name", [*NAMES.values(), 'a "b" \\ é{}'], ids=[*NAMES, "quoted"])
def test_a_diff_of_any_name_applies(
    patuh: Callable, written: Callable, tmp_path: Path, name: str
) -> None:
    file = written(VIOLATION, name.format(".sotk"))
    diff = patuh("check", "--diff", file).out.encode()
    git = subprocess.run(["git", "apply", "-p1"], input=diff, cwd=tmp_path, check=False)
    assert git.returncode == 0
    assert Path(file).read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize("form", ["text", *DOCUMENTS])
def test_marks_of_direction_in_a_draft_in_every_report(
    patuh: Callable, written: Callable, form: str
) -> None:
    run = patuh("check", "--format", form, written(DRAFT, "naskah.txt"))
    assert run.code == 1
    assert odd(run.out + run.err) == []
    if form == "sarif":
        assert odd(json.dumps(json.loads(run.out), ensure_ascii=False)) == []


def test_marks_of_direction_in_a_draft_in_akoma_ntoso(patuh: Callable, written: Callable) -> None:
    run = patuh("export", written(DRAFT, "naskah.txt"))
    assert odd(run.out) == []
    assert "Sosial" in "".join(ElementTree.fromstring(run.out).itertext())


@pytest.mark.parametrize("form", ["text", "html", "json", "docx"])
def test_marks_of_direction_in_a_comparison(patuh: Callable, written: Callable, form: str) -> None:
    written(DRAFT, "a.txt")
    written(DRAFT.replace("menilai", f"meni{MARKS}lai"), "b.txt")
    assert patuh("compare", "a.txt", "b.txt", "--format", form, "-o", "hasil").code == 0
    data = Path("hasil").read_bytes()
    if form == "docx":
        data = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    assert odd(data.decode(), "\n\r") == []


def said_in(path: Path) -> str:
    """All that a document holds as text: every part of a package in XML, the pages of a PDF."""
    if path.suffix == ".pdf":
        pages = PdfReader(path).pages
        return "".join(page.extract_text() for page in pages)
    package = zipfile.ZipFile(path)
    parts = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
    return "".join("".join(ElementTree.fromstring(package.read(name)).itertext()) for name in parts)


@pytest.mark.parametrize("out", ["hasil.docx", "hasil.pdf"])
def test_marks_and_sequences_in_a_paper(patuh: Callable, written: Callable, out: str) -> None:
    """Of drafts and of names of files; a name that is no text stands in no package."""
    names = [name for title, name in NAMES.items() if title != "no text"]
    files = [written(VIOLATION, name.format(".sotk")) for name in names]
    files += [written(DRAFT, name.format(".txt")) for name in names[:1]]
    assert patuh("check", "--format", out[6:], "-o", out, *files).code == 1
    text = said_in(Path(out))
    assert odd(text, "\n\r\t") == []
    assert "Sosial" in text


@pytest.mark.parametrize("option", ["--comments", "--tracked", "--corrections"])
def test_marks_in_a_draft_that_is_written_back(
    patuh: Callable, written: Callable, option: str
) -> None:
    written(DRAFT, "naskah.txt")
    patuh("check", "naskah.txt", option, "hasil.docx")
    assert odd(said_in(Path("hasil.docx")), "\n\r\t") == []


def test_the_bar_shows_no_sequence_of_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped by what it was asked, not by a clock."""

    class Stop:
        def __init__(self) -> None:
            self.answers = iter([False, False, True])

        def wait(self, _seconds: float) -> bool:
            return next(self.answers)

    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    bar = Progress(2)
    bar.advance("a\x1b[31m\x1b]0;x\x07.sotk")
    monkeypatch.setattr(bar, "_stop", Stop())
    bar._run()
    said = terminal.getvalue().replace("\r\x1b[K", "")
    assert " 0/2 " in said
    assert odd(said) == []
