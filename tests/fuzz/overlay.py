"""The files of `--kb-overlay`: refused with their place, or plain rules and plain sentences."""

import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path

from clingo import ast

from patuh.engine.overlays.overlay import OverlayError, lay_over
from patuh.knowledge.messages import check_messages

from .bounds import bounded

SUFFIX = ".lp"
WORDS = (
    "#script (python)\n", "#end.", "#include \"a.lp\".", "#external p.", "#theory t { }.",
    "#program base.", "#program p(t).", "&sum { x }", "@f(1)", "% ", "%* ", " *%", "#const a = 1.",
    "#show p/1.", "#show.", "#minimize { 1 }.", "#heuristic p. [1,sign]", "#edge (a,b).",
    "#project p.", "#defined p/1.", ":~ p. [1]", ":- p.", "{ p }.", "p :- q.", "1 { p ; q } 2.",
    "temuan(catatan, R, q1, dinas, satuan(U), (unit(U),)) :- peraturan(R).", "#count { X : p(X) }",
    "not ", "..", "|", "\"", "\\\"", "\\", "#true", "#inf", "#sup", "p(1..3).", "p((a;b)).", "X",
    "#sum+ { 1 }", "p(X) :- X = #sum { 1 }.",
    '[q1]\njudul = "Dinas"\n', '[q1.kasus.dinas]\nkalimat = "{unit} adalah"\n',
    'saran = "{x}"\n', "{unit!r}",
)  # fmt: skip
PLAIN = {
    ast.ASTType.Rule, ast.ASTType.Program, ast.ASTType.Definition, ast.ASTType.ShowSignature,
    ast.ASTType.Defined, ast.ASTType.Comment,
}  # fmt: skip
"""What a file may consist of; `Program` is the `#program base` that clingo itself puts first."""
FOREIGN = {ast.ASTType.TheoryAtom}


def harness(data: bytes) -> None:
    """Lay a folder with the bytes as its only file over an empty knowledge base."""
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder, "mine")
        mine.mkdir()
        name = "messages/id/baru.toml" if data.startswith(b"[") else "checks/baru.lp"
        file = mine / name
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        try:
            with bounded():
                lay_over(_empty(), mine, Path(folder, "kb"))
        except OverlayError as error:
            _in_place(error, file, data)
            return
        assert Path(folder, "kb", name).read_bytes() == data
        if file.suffix == ".toml":
            _fillable(Path(folder, "kb"))
        else:
            _plain(data.decode())


def _in_place(error: OverlayError, file: Path, data: bytes) -> None:
    assert error.path == file
    lines = data.decode("utf-8", "replace").split("\n")
    assert 1 <= error.span.line <= len(lines) + 1
    assert error.span.column >= 1
    assert all(text for text, _ in error.texts.values())


def _fillable(root: Path) -> None:
    """Every sentence can be filled in with short words, and stays short."""
    for message in check_messages("id", root).values():
        for case in message.cases.values():
            for sentence in (case.sentence, case.advice or ""):
                filled = sentence.format_map(defaultdict(lambda: "Dinas"))
                assert len(filled) <= 5 * len(sentence)


def _plain(text: str) -> None:
    """By clingo's own parser, not by the words: no code, no files, nothing left open."""
    found: list[ast.AST] = []
    ast.parse_string(text, found.append, logger=lambda *_: None)
    for statement in found:
        assert statement.ast_type in PLAIN, statement
        if statement.ast_type == ast.ASTType.Rule:
            assert statement.head.ast_type == ast.ASTType.Literal, statement
            assert statement.head.atom.ast_type == ast.ASTType.SymbolicAtom, statement
        if statement.ast_type == ast.ASTType.Program:
            assert (statement.name, len(statement.parameters)) == ("base", 0), statement
        for node in _nodes(statement):
            assert node.ast_type not in FOREIGN, node
            assert not (node.ast_type == ast.ASTType.Function and node.external), node


def _nodes(node: ast.AST) -> list[ast.AST]:
    found = [node]
    for at in found:
        for key in at.child_keys:
            child = getattr(at, key)
            if isinstance(child, ast.AST):
                found.append(child)
            elif child is not None:
                found.extend(child)
    return found


@cache
def _empty() -> Path:
    """An empty knowledge base."""
    folder = Path(tempfile.mkdtemp(prefix="patuh-fuzz-"))
    for name in ("checks", "messages/id", "messages/en"):
        (folder / name).mkdir(parents=True)
    return folder
