"""The files of rules of `--kb-overlay`: refused with their place, or plain rules."""

from clingo import ast

from patuh.engine.overlays.acceptance import OverlayError, accept
from patuh.engine.overlays.heads import accept_findings
from patuh.engine.overlays.overlay import lay_over
from patuh.engine.rules.compiling import compiled
from patuh.engine.rules.statements import of_program
from patuh.engine.rules.trees import children
from patuh.knowledge.programs import Program
from patuh.knowledge.root import kb_root

from . import Traits
from .bounds import bounded, looked_at
from .overlays import assert_in_place, empty_kb, folder, trait

SUFFIX = ".lp"
LONGEST = 400
WORDS = (
    "#script (python)\n", "#end.", "#include \"a.lp\".", "#external p.", "#theory t { }.",
    "#program base.", "#program p(t).", "&sum { x }", "@f(1)", "% ", "%* ", " *%", "#const a = 1.",
    "#show p/1.", "#show.", "#minimize { 1 }.", "#heuristic p. [1,sign]", "#edge (a,b).",
    "#project p.", "#defined p/1.", ":~ p. [1]", ":- p.", "{ p }.", "p :- q.", "1 { p ; q } 2.",
    "temuan(catatan, R, q1, dinas, satuan(U), (unit(U),)) :- peraturan(R).", "#count { X : p(X) }",
    "not ", "..", "|", "\"", "\\\"", "\\", "#true", "#inf", "#sup", "p(1..3).", "p((a;b)).", "X",
    "#sum+ { 1 }", "p(X) :- X = #sum { 1 }.",
)  # fmt: skip
PLAIN = {
    ast.ASTType.Rule, ast.ASTType.Program, ast.ASTType.Definition, ast.ASTType.ShowSignature,
    ast.ASTType.Defined, ast.ASTType.Comment,
}  # fmt: skip
"""What a file may consist of; `Program` is the `#program base` that clingo itself puts first."""
FOREIGN = {ast.ASTType.TheoryAtom}


def harness(data: bytes) -> Traits:
    """Take the bytes as the only file of a folder; one in 100 is laid over a knowledge base."""
    mine, target = folder("rules")
    file = mine / "checks" / "baru.lp"
    file.write_bytes(data)
    try:
        with bounded():
            accept(file)
            accept_findings(file, kb_root())
    except OverlayError as error:
        assert_in_place(error, file, data)
        return {trait(error)}
    if looked_at(data, 100):
        try:
            lay_over(empty_kb(), mine, target)
            assert (target / "checks" / "baru.lp").read_bytes() == data
        except OverlayError as error:  # no finding of the empty one has words
            assert_in_place(error, file, data)
    text = file.read_text(encoding="utf-8")
    _plain(text)
    return _split(text)


def _split(text: str) -> Traits:
    """The statements as patuh cuts them out, by their marks, are those that clingo reads."""
    program = Program("checks/baru.lp", text)
    own = [one for one in of_program(program) if not one.text.startswith("#")]
    rules = [one for one in _statements(text) if one.ast_type == ast.ASTType.Rule]
    assert [int(one.place.rpartition(":")[2]) for one in own] == [
        one.location.begin.line for one in rules
    ]
    found = compiled((program,))
    return {(bool(entry.check), min(len(entry.uses), 9)) for entry in found}


def _plain(text: str) -> None:
    """By clingo's own parser, not by the words: no code, no files, nothing left open."""
    for statement in _statements(text):
        assert statement.ast_type in PLAIN, statement
        if statement.ast_type == ast.ASTType.Rule:
            assert statement.head.ast_type == ast.ASTType.Literal, statement
            assert statement.head.atom.ast_type == ast.ASTType.SymbolicAtom, statement
        if statement.ast_type == ast.ASTType.Program:
            assert (statement.name, len(statement.parameters)) == ("base", 0), statement
        for node in _nodes(statement):
            assert node.ast_type not in FOREIGN, node
            assert not (node.ast_type == ast.ASTType.Function and node.external), node


def _statements(text: str) -> list[ast.AST]:
    found: list[ast.AST] = []
    ast.parse_string(text, found.append, logger=lambda *_: None)
    return found


def _nodes(node: ast.AST) -> list[ast.AST]:
    found = [node]
    for at in found:
        found.extend(children(at))
    return found
