"""Which files of rules are taken from a user: plain rules, with nothing that runs or stays open.

First the characters and words are looked at, so that clingo's parser never sees what it would
read from elsewhere or fail on; then what clingo says that the statements are.
"""

import re
from collections.abc import Callable
from pathlib import Path

from clingo import ast

from patuh.engine.control import Log, control
from patuh_parser.text.span import Span

MOST_BYTES = 1_000_000
"""Size of one file; the largest of the knowledge base has 25,000 bytes."""
LONGEST_STATEMENT = 5_000
"""Characters of a statement, without comments; clingo recurs with its nesting. Ours have 600."""

_PIECE = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|%\*(?P<block>.*?)\*%|(?P<open>%\*)|%[^\n]*'
    r"|(?P<word>#\s*(?:script|include|external|theory|program|heuristic|edge|minimi[sz]e|maximi[sz]e|project)\b|:~|[&@]\w*)"
    r"|(?P<odd>[^\t\n\r\x20-\x7e])",
    re.DOTALL,
)
_STATEMENT = re.compile(r"(?:[^.]|\.\.+)+")
_MESSAGE = re.compile(r"<\w+>:(\d+):(\d+)(?:-\d+(?::\d+)?)?: (?:error|warning|info): (.*)", re.S)
_CLINGO = (
    (
        re.compile(r"syntax error, unexpected (.+?), expecting (.+)"),
        "salah tulis: {0} tidak dapat berada di sini; seharusnya {1}",
    ),
    (re.compile(r"syntax error, unexpected (.+)"), "salah tulis: {0} tidak dapat berada di sini"),
    (re.compile(r"lexer error, unexpected (.+)"), "salah tulis: {0} tidak dikenal"),
    (re.compile(r"unsafe variables in: (.*?)(?: <.*)?"), "variabel tidak terikat dalam: {0}"),
)
_PLAIN = {
    ast.ASTType.Program, ast.ASTType.Definition, ast.ASTType.Defined, ast.ASTType.ShowSignature,
    ast.ASTType.Comment,
}  # fmt: skip
Texts = dict[str, tuple[str, str | None]]


class OverlayError(Exception):
    """A file of the overlay is refused: which, where, and why in both languages."""

    def __init__(self, path: Path, span: Span, texts: Texts) -> None:
        super().__init__(f"{path}:{span.line}:{span.column}: {texts['en'][0]}")
        self.path = path
        self.span = span
        self.texts = texts


def refused(path: Path, line: int, column: int, indonesian: str, english: str) -> OverlayError:
    """The error for a place in a file; what is below 1 counts as 1."""
    line, column = max(line, 1), max(column, 1)
    texts: Texts = {"id": (indonesian, None), "en": (english, None)}
    return OverlayError(path, Span(line, column, line, column + 1), texts)


def accept(path: Path) -> None:
    """Refuse a file of rules that is no stratified data, or that clingo cannot parse.

    Raises `OverlayError`. Nothing is grounded.
    """
    text = text_of(path)
    _look_at_words(path, text)
    _look_at_statements(path, text)


def text_of(path: Path) -> str:
    """The text of a file of bounded size; raises `OverlayError`."""
    if not path.is_file():
        raise refused(path, 0, 0, "bukan berkas biasa", "is no regular file")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        size = f"{MOST_BYTES // 1_000_000} MB"
        raise refused(path, 0, 0, f"lebih besar dari {size}", f"is larger than {size}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refused(path, 0, 0, "bukan teks UTF-8", "is no UTF-8 text") from error


def _look_at_words(path: Path, text: str) -> None:
    def failure(at: int, indonesian: str, english: str) -> OverlayError:
        line = text.count("\n", 0, at) + 1
        return refused(path, line, at - text.rfind("\n", 0, at), indonesian, english)

    for found in _PIECE.finditer(text):
        if word := found["word"]:
            raise failure(found.start(), *_may_not_stand(f"`{word}`"))
        if odd := found["odd"]:
            raise failure(found.start(), *_may_not_stand(f"U+{ord(odd):04X}"))
        if "\0" in found[0]:
            raise failure(found.start() + found[0].index("\0"), *_may_not_stand("U+0000"))
        if found["open"]:
            raise failure(found.start(), "komentar tidak ditutup", "the comment is not closed")
        if "%*" in (found["block"] or ""):  # clingo nests them, others do not
            raise failure(
                found.start(), "komentar di dalam komentar", "there is a comment in the comment"
            )
    bare = _PIECE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _STATEMENT.finditer(bare):
        if len(" ".join(found[0].split())) > LONGEST_STATEMENT:
            raise failure(
                found.start() + len(found[0]) - len(found[0].lstrip()),
                f"pernyataan lebih panjang dari {LONGEST_STATEMENT} karakter",
                f"the statement is longer than {LONGEST_STATEMENT} characters",
            )


def _may_not_stand(what: str) -> tuple[str, str]:
    return (
        f"{what} tidak boleh ada dalam basis pengetahuan",
        f"{what} may not stand in the knowledge base",
    )


def _look_at_statements(path: Path, text: str) -> None:
    statements: list[ast.AST] = []
    _guarded(path, lambda log: ast.parse_string(text, statements.append, logger=log))
    for statement in statements:
        place = statement.location.begin
        if statement.ast_type == ast.ASTType.Rule:
            if not _is_atom(statement.head):
                raise refused(
                    path, place.line, place.column,
                    "kepala aturan harus satu atom", "the head of a rule must be a single atom",
                )  # fmt: skip
        elif statement.ast_type not in _PLAIN:
            said = str(statement).split("\n")[0]
            raise refused(path, place.line, place.column, *_may_not_stand(f"`{said}`"))
    _guarded(path, lambda log: _check_safety(text, log))


def _is_atom(head: ast.AST) -> bool:
    return (
        head.ast_type == ast.ASTType.Literal
        and head.sign == ast.Sign.NoSign
        and head.atom.ast_type == ast.ASTType.SymbolicAtom
    )


def _check_safety(text: str, log: Log) -> None:
    """Let clingo look for unsafe variables; of a part that is not asked for nothing is grounded."""
    asked = control(log=log)
    asked.add("unasked", [], text)
    asked.ground([])


def _guarded(path: Path, action: Callable[[Log], None]) -> None:
    messages: list[str] = []
    try:
        action(lambda _, told: messages.append(told))
    except RuntimeError as error:
        found = _MESSAGE.search(messages[0] if messages else str(error))
        line, column, told = found.groups() if found else ("1", "1", str(error))
        told = " ".join(told.split())
        raise refused(path, int(line), int(column), _indonesian(told), told) from error


def _indonesian(told: str) -> str:
    """The common complaints of clingo in Indonesian; others stay as they are."""
    for pattern, words in _CLINGO:
        if found := pattern.fullmatch(told):
            groups = (group or "" for group in found.groups())
            said = words.format(*groups).replace(" or ", " atau ").replace("EOF", "akhir berkas")
            return said.replace(":-[#inc_unasked];", ":-").replace("<IDENTIFIER>", "nama")
    return told
