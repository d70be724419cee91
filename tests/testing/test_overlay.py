"""`--kb-overlay`: what is taken and what is refused, with its place."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from patuh.cli import main
from patuh.engine.overlays.overlay import OverlayError, accept, lay_over
from patuh.knowledge.root import kb_root

PROPOSAL = """\
USULAN  : Laboratorium
DAERAH  : Kabupaten Paser

STRUKTUR

Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah.
"""
CHECK = """\
temuan(catatan, R, q1, dinas, satuan(U), (unit(U),)) :- peraturan(R), unit(U, dinas).
"""
WORDS = """\
[q1]
judul = "Dinas"
[q1.kasus.dinas]
kalimat = "{unit} adalah Dinas"
"""


def refusal(folder: Path, target: Path) -> OverlayError:
    with pytest.raises(OverlayError) as caught:
        lay_over(kb_root(), folder, target)
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("p(1).\n#script (python)\n#end.\n", 2, 1),
        ('p(1).  #include "/etc/passwd".\n', 1, 8),
        ("#external p(1).\n", 1, 1),
        ("# external p(1).\n", 1, 1),
        ("%* a\n*% #theory t { }.\n", 2, 4),
        ("p :- &sum { x } = 1.\n", 1, 6),
        ("p(@f(1)).\n", 1, 3),
        ("#program lain.\n", 1, 1),
        ("p(1).\np(X :- q(X).\n", 2, 5),
        ("p(1)\n", 2, 1),
        ("p(1).\n:~ p(X). [X]\n", 2, 1),
        ("p(1).\n  { p(2) }.\n", 2, 3),
        ("p(1). p(2) ; p(3).\n", 1, 7),
        (":- p(1).\n", 1, 1),
        ("not p(1).\n", 1, 1),
        ("p(X, Y).\n", 1, 1),
        ("p(1).\n#show p(X) : p(X).\n", 2, 1),
        ("p(1).\np(\u00b2).\n", 2, 3),
        ("p(1). %* \0 *%\n#script(python) #end.\n", 1, 10),
        ("p(1).\0\n{ p }.\n", 1, 6),
        ("p(1). %* a %* b *% { p(2) }. *%\n", 1, 7),
        ("p(1). %* a\n", 1, 7),
        ("-p(1).\n", 1, 1),
        ("p(X) :- q(X), r(X').\n", 1, 18),
        ("p(1).\np(X) :- q((1;2), X" + ", (1;2)" * 9 + ").\n", 2, 1),
        ("p(1).\n p(" + "-" * 100_000 + "1).\n", 2, 2),
        ("% " + "x" * 1_000_000, 1, 1),
        (
            "temuan(catatan, R, q1, dinas, satuan(U), (unit(U),)) :- peraturan(R), unit(U, dinas).",
            1,
            1,
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, line: int, column: int) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "baru.lp").write_text(text)
    error = refusal(folder, tmp_path / "kb")
    assert (error.path, error.span.line, error.span.column) == (folder / "baru.lp", line, column)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("p(X :- q.", "salah tulis: :- tidak dapat berada di sini; seharusnya ) atau ;"),
        ("p :- q", "salah tulis: akhir berkas tidak dapat berada di sini"),
        ('p("a).', 'salah tulis: " tidak dikenal'),
        ("p(X) :- not q(X).", "variabel tidak terikat dalam: p(X):-not q(X)."),
    ],
)
def test_what_clingo_says_is_told_in_indonesian(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "baru.lp").write_text(text)
    assert refusal(tmp_path / "mine", tmp_path / "kb").texts["id"] == (said, None)


@pytest.mark.parametrize(
    "hidden", ['#include "/etc/passwd".', "{ p }.", ":- unit(_, _).", "#script (python)\r#end."]
)
def test_a_carriage_return_ends_a_comment_here_too(tmp_path: Path, hidden: str) -> None:
    """What is judged is what will be read, where whatever ends a line is a line end."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "baru.lp").write_bytes(f"% a\r{hidden}\rp(1).\n".encode())
    error = refusal(tmp_path / "mine", tmp_path / "kb")
    assert (error.span.line, error.span.column) == (2, 1)


@pytest.mark.parametrize(
    ("rule", "column", "what"),
    [
        ("p(X) :- X = 1..3.", 13, "(1..3)"),
        ("p(|X|) :- unit(X, _).", 3, "|X|"),
        ("p :- #true.", 6, "#true"),
        ("p :- q : r.", 6, "q: r"),
        ("p :- not { q } = 1.", 10, "not 1 = { q }"),
        ("p :- -q.", 6, "-q"),
        ("p :- 1 < #count { X..2 : q(X) }.", 19, "(X..2)"),
    ],
)
def test_what_no_proof_could_tell_is_refused(
    tmp_path: Path, rule: str, column: int, what: str
) -> None:
    """Else every finding of every check would end in a fault."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "baru.lp").write_text(f"p(1..3).\n{rule}\n")
    error = refusal(tmp_path / "mine", tmp_path / "kb")
    assert (error.span.line, error.span.column) == (2, column)
    assert f"`{what}` cannot be told in a proof" in str(error)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[q1]\njudul = \n", 2, "is no TOML: Invalid value"),
        ('[q1]\njudul = "a"\n\n[q1.kasus.b]\nsaran = "c"\n', 4, "[q1.kasus.b] holds no `kalimat`"),
        ('[q1]\njudul = "a"\n[q1.kasus.b]\nkalimat = "{u.__class__}"\n', 4, "`{u.__class__`"),
        ('[q1]\njudul = "a"\n[q1.kasus.b]\nkalimat = "{u:>999999999}"\n', 4, "`{u` is no"),
        ('[q1]\njudul = "a"\n[q1.kasus.b]\nkalimat = "{u"\n', 4, "`{` is no"),
        ("x = " + "[" * 100_000, 1, "is no TOML"),
    ],
)
def test_what_is_refused_of_messages(tmp_path: Path, text: str, line: int, says: str) -> None:
    folder = tmp_path / "mine" / "messages" / "id"
    folder.mkdir(parents=True)
    (folder / "baru.toml").write_text(text)
    error = refusal(tmp_path / "mine", tmp_path / "kb")
    assert (error.path.name, error.span.line) == ("baru.toml", line)
    assert says in str(error)


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    os.mkfifo(tmp_path / "mine" / "baru.lp")
    assert "is no regular file" in str(refusal(tmp_path / "mine", tmp_path / "kb"))


def test_files_of_the_knowledge_base_would_be_taken() -> None:
    files = sorted(kb_root().rglob("*.lp"))
    for path in files[::6]:
        accept(path)
    assert len(files) > 50


@pytest.mark.parametrize("text", ['p("#script").\n', "% #include\n", "%* &sum @f *%\n"])
def test_words_in_strings_and_comments_are_no_directives(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "baru.lp").write_text(text)
    lay_over(kb_root(), folder, tmp_path / "kb")
    assert (tmp_path / "kb" / "checks" / "baru.lp").read_text() == text


def test_files_replace_by_name_or_by_path(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "regulations" / "paser_56_2020").mkdir(parents=True)
    (folder / "garis.lp").write_text("% mine\n")
    (folder / "regulations" / "paser_56_2020" / "pasal_03.lp").write_text("% mine too\n")
    lay_over(kb_root(), folder, tmp_path / "kb")
    mine = {path.relative_to(tmp_path / "kb").as_posix() for path in (tmp_path / "kb").rglob("*.lp")
            if path.read_text().startswith("% mine")}  # fmt: skip
    assert mine == {"vocabulary/garis.lp", "regulations/paser_56_2020/pasal_03.lp"}


@pytest.mark.parametrize(("name", "says"), [("pasal_01.lp", "several"), ("lain/a.lp", "no folder")])
def test_a_file_without_a_place_is_refused(tmp_path: Path, name: str, says: str) -> None:
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.write_text("p(1).\n")
    assert says in str(refusal(tmp_path / "mine", tmp_path / "kb"))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert "no .lp file" in str(refusal(tmp_path / "mine", tmp_path / "kb"))


def test_a_check_of_ones_own(tmp_path: Path) -> None:
    proposal = tmp_path / "a.sotk"
    proposal.write_text(PROPOSAL)
    folder = tmp_path / "mine"
    for lang in ("id", "en"):
        (folder / "messages" / lang).mkdir(parents=True)
        (folder / "messages" / lang / "mine.toml").write_text(WORDS)
    (folder / "mine.lp").write_text(CHECK)
    call = ["check", str(proposal), "--kb-overlay", str(folder), "--why=full"]
    shown = CliRunner().invoke(main, call)
    assert "Dinas Sosial adalah Dinas" in shown.output
    assert "catatan[Q1]" in shown.output
    assert "Q1" not in CliRunner().invoke(main, call[:2]).output


def test_the_command_points_into_the_file(tmp_path: Path) -> None:
    proposal = tmp_path / "a.sotk"
    proposal.write_text(PROPOSAL)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "upt.lp").write_text("p(1).\np(X :- q(X).\n")
    call = ["check", str(proposal), "--kb-overlay", str(tmp_path / "mine"), "--lang", "en"]
    shown = CliRunner().invoke(main, call)
    assert shown.exit_code == 2
    assert "upt.lp:2:5" in shown.output
    assert "p(X :- q(X)." in shown.output


def test_a_fault_of_the_knowledge_base_is_said(tmp_path: Path) -> None:
    """Rules that leave an atom undecided end the command with code 2 and without a traceback."""
    proposal = tmp_path / "a.sotk"
    proposal.write_text(PROPOSAL)
    (tmp_path / "mine").mkdir()
    rules = "unit(U, dinas) :- not x, unit(U, _).\nx :- not y.\ny :- not x.\n"
    (tmp_path / "mine" / "mine.lp").write_text(rules)
    shown = CliRunner().invoke(
        main, ["check", str(proposal), "--kb-overlay", str(tmp_path / "mine")]
    )
    assert shown.exit_code == 2
    assert "galat: basis pengetahuan bermasalah" in shown.output


def test_a_file_may_hold_no_check(tmp_path: Path) -> None:
    """A file of auxiliary rules alone changes nothing but that it is named."""
    proposal = tmp_path / "a.sotk"
    proposal.write_text(PROPOSAL)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine.lp").write_text("p(R) :- peraturan(R).\n")
    call = ["check", str(proposal)]
    with_it = CliRunner().invoke(main, [*call, "--kb-overlay", str(tmp_path / "mine")]).output
    told, _, report = with_it.partition("\n\n")
    assert " ".join(told.split()).endswith(
        " mine: menambah checks/mine.lp".replace(" mine", "/mine")
    )
    assert report == CliRunner().invoke(main, call).output


DRAFT = "PERATURAN BUPATI PASER\nPasal 1\nDalam hal mana diperlukan, Dinas Sosial menilai.\n"
MARK = """tanda = [
  { id = "hal_mana", pada = "norma", cara = "setiap", pola = 'hal mana', dasar = "saran-1" },
]
"""
RULE = '%% Saran 1 [saran-1]\n%  Ringkasan: lugas.\nlugas(uu_12_2011, "saran-1").\n'
DRAFTING = """%*! Z1 - Lugas *%
temuan(catatan, R, z1, hal_mana, kata(I), (kata(Kata),)) :-
    lugas(R, Ketentuan), kata(I, hal_mana, _, Kata, _).
"""
SAYING = '[z1]\njudul = "Lugas"\n[z1.kasus.hal_mana]\nkalimat = "tertulis {kata}"\n'


def own_rule(folder: Path, mark: str) -> Path:
    files = {
        "drafting/marks/lugas.toml": mark,
        "drafting/saran.lp": RULE,
        "drafting/checks/lugas.lp": DRAFTING,
        "messages/id/lugas.toml": SAYING,
        "messages/en/lugas.toml": SAYING,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "naskah.txt").write_text(DRAFT, encoding="utf-8")
    return folder


def test_a_rule_on_drafts_needs_no_python(tmp_path: Path) -> None:
    folder = own_rule(tmp_path, MARK)
    arguments = ["check", str(folder / "naskah.txt"), "--kb-overlay", str(folder)]
    run = CliRunner().invoke(main, arguments)
    assert "catatan[Z1]: Lugas" in run.output
    assert "naskah.txt:3:7" in run.output


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("'hal mana'", "'hal (mana'", "[1] hal_mana: missing ), unterminated subpattern"),
        ("'hal mana'", "'hal.* mana'", "[1] hal_mana: `*` has no bound; write {0,60}"),
        ('"norma"', '"kaki"', "[1] hal_mana: pada: kaki?"),
    ],
)
def test_a_mark_is_refused_with_its_row(tmp_path: Path, before: str, after: str, told: str) -> None:
    error = refusal(own_rule(tmp_path / "mine", MARK.replace(before, after)), tmp_path / "kb")
    assert (error.path.name, error.span.line) == ("lugas.toml", 2)
    assert error.texts["en"][0].startswith(f"is no row of marks: {told}")


def test_marks_that_are_no_rows_are_refused(tmp_path: Path) -> None:
    error = refusal(own_rule(tmp_path / "mine", "tanda = 1\n"), tmp_path / "kb")
    assert "is no row of marks: [1] ?: [[tanda]]?" in str(error)


def test_the_tables_of_terms_are_not_taken(tmp_path: Path) -> None:
    own_rule(tmp_path / "mine", MARK)
    (tmp_path / "mine" / "drafting" / "terms.toml").write_text("", encoding="utf-8")
    assert "reads no folder `drafting`" in str(refusal(tmp_path / "mine", tmp_path / "kb"))
