"""Which files of rules are taken from a user: plain rules, with nothing that runs or stays open.

First the characters and words are looked at, so that clingo's parser never sees what it would
read from elsewhere or fail on; then what clingo says that the statements are.
"""

import io
import re
from collections.abc import Callable
from functools import lru_cache
from math import prod
from pathlib import Path

from clingo import ast

from patuh.engine.control import Log, control
from patuh.engine.rules.trees import FormError, children, condition, pattern
from patuh.finding import Unreadable, unread
from patuh.messages import Texts, entries, fill, matched, told
from patuh_parser.text.span import Span

MOST_BYTES = 1_000_000
"""Size of one file; the largest of the knowledge base has 25,000 bytes."""
LONGEST_STATEMENT = 5_000
"""Characters of a statement, without comments; clingo recurs with its nesting. Ours have 600."""

MOST_RULES = 1_000
"""Rules that one with pools `(a;b)` stands for; clingo makes each of them. Ours are at most 43."""

_PIECE = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|%\*(?P<block>.*?)\*%|(?P<open>%\*)|%[^\n]*'
    r"|(?P<word>#\s*(?:script|include|external|theory|program|heuristic|edge|minimi[sz]e|maximi[sz]e|project)\b|:~|[&@]\w*)"
    r"|(?P<odd>[^\t\n\r\x20-\x7e]|')",  # names with primes are names to clingo alone
    re.DOTALL,
)
_STATEMENT = re.compile(r"(?:[^.]|\.\.+)+")
_MESSAGE = re.compile(r"<\w+>:(\d+):(\d+)(?:-\d+(?::\d+)?)?: (?:error|warning|info): (.*)", re.S)
_NOTE = re.compile(r" <\w+>:\d")
_PLAIN = {
    ast.ASTType.Program, ast.ASTType.Definition, ast.ASTType.Defined, ast.ASTType.ShowSignature,
    ast.ASTType.Comment,
}  # fmt: skip


class OverlayError(Exception):
    """A file of the overlay is refused: which, where, and why in both languages."""

    def __init__(self, path: Path, span: Span, texts: Texts) -> None:
        super().__init__(f"{path}:{span.line}:{span.column}: {texts['en'][0]}")
        self.path = path
        self.span = span
        self.texts = texts

    def unreadable(self, code: str) -> Unreadable:
        """The file as an input that cannot be read, with its text as far as it is text.

        What lies behind a link is not shown.
        """
        own = self.path.is_file() and not self.path.is_symlink()
        source = self.path.read_text("utf-8", "replace") if own else ""
        return unread(str(self.path), code, self.texts, self.span, source)


def refused(path: Path, line: int, column: int, key: str, /, **values: object) -> OverlayError:
    """The error for a place in a file, in the words of `refused.<key>`."""
    return OverlayError(path, _at(line, column), told(f"refused.{key}", **values))


def refuse_foreign(path: Path, folder: Path) -> None:
    """Refuse a link that leads out of the folder, or to a folder: nothing of what is there is read.

    Raises `OverlayError`.
    """
    if path.is_symlink():
        if path.is_dir():
            raise refused(path, 0, 0, "linked_folder")
        if not path.resolve().is_relative_to(folder.resolve()):
            raise refused(path, 0, 0, "foreign")


def _at(line: int, column: int) -> Span:
    """A place; what is below 1 counts as 1."""
    line, column = max(line, 1), max(column, 1)
    return Span(line, column, line, column + 1)


def accept(path: Path) -> None:
    """Refuse a file of rules that is no stratified data, or that clingo cannot parse.

    Raises `OverlayError`. Nothing is grounded.
    """
    if (fault := _fault(text_of(path))) is not None:
        raise OverlayError(path, *fault)


@lru_cache(maxsize=256)
def _fault(text: str) -> tuple[Span, Texts] | None:
    """The place and the words of what is refused in a text."""
    try:
        _look_at_words(Path(), text)
        _look_at_statements(Path(), text)
    except OverlayError as error:
        return error.span, error.texts
    return None


def text_of(path: Path) -> str:
    """The text of a file of bounded size as it will be read; raises `OverlayError`.

    Whatever ends its lines is read as a line end: to clingo a comment would go on behind a lone
    carriage return.
    """
    if not path.is_file():
        raise refused(path, 0, 0, "no_file")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise refused(path, 0, 0, "too_large", limit=MOST_BYTES // 1_000_000)
    try:
        return io.StringIO(data.decode("utf-8"), newline=None).read()
    except UnicodeDecodeError as error:
        raise refused(path, 0, 0, "no_text") from error


def _look_at_words(path: Path, text: str) -> None:
    def failure(at: int, key: str, **values: object) -> OverlayError:
        line = text.count("\n", 0, at) + 1
        return refused(path, line, at - text.rfind("\n", 0, at), key, **values)

    for found in _PIECE.finditer(text):
        if word := found["word"]:
            raise failure(found.start(), "may_not_stand", what=f"`{word}`")
        if odd := found["odd"]:
            shown = "`'`" if odd == "'" else f"U+{ord(odd):04X}"
            raise failure(found.start(), "may_not_stand", what=shown)
        if "\0" in found[0]:
            raise failure(found.start() + found[0].index("\0"), "may_not_stand", what="U+0000")
        if found["open"]:
            raise failure(found.start(), "open_comment")
        if "%*" in (found["block"] or ""):  # clingo nests them, others do not
            raise failure(found.start(), "comment_in_comment")
    bare = _PIECE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _STATEMENT.finditer(bare):
        if len(" ".join(found[0].split())) > LONGEST_STATEMENT:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            raise failure(start, "long_statement", limit=LONGEST_STATEMENT)


def _look_at_statements(path: Path, text: str) -> None:
    statements: list[ast.AST] = []
    _guarded(path, lambda log: ast.parse_string(text, statements.append, logger=log))
    for statement in statements:
        place = statement.location.begin
        if statement.ast_type == ast.ASTType.Rule:
            if not _is_atom(statement.head):
                raise refused(path, place.line, place.column, "head_no_atom")
            if ";" in str(statement) and _ways(statement) > MOST_RULES:  # a pool is printed with it
                raise refused(path, place.line, place.column, "many_rules", limit=MOST_RULES)
            _look_at_form(path, statement)
        elif statement.ast_type not in _PLAIN:
            said = str(statement).split("\n")[0]
            what = f"`{said}`"
            raise refused(path, place.line, place.column, "may_not_stand", what=what)
    _guarded(path, lambda log: _check_safety(text, log))


def _look_at_form(path: Path, rule: ast.AST) -> None:
    """Refuse what no proof could tell; a finding of whatever check would end in an error."""
    try:
        for single in rule.unpool() if rule.body else ():
            pattern(single.head.atom.symbol)
            for literal in single.body:
                condition(literal, "")
    except FormError as error:
        place = error.node.location.begin
        raise refused(path, place.line, place.column, "no_proof", what=str(error)) from error


def _ways(node: ast.AST) -> int:
    """How many rules one with pools stands for."""
    ways = [_ways(child) for child in children(node)]
    return sum(ways) if node.ast_type == ast.ASTType.Pool else prod(ways)


def _is_atom(head: ast.AST) -> bool:
    return (
        head.ast_type == ast.ASTType.Literal
        and head.sign == ast.Sign.NoSign
        and head.atom.ast_type == ast.ASTType.SymbolicAtom
        and head.atom.symbol.ast_type in (ast.ASTType.Function, ast.ASTType.Pool)
    )


def _check_safety(text: str, log: Log) -> None:
    """Let clingo look for unsafe variables; of a part that is not asked for nothing is grounded."""
    asked = control(log=log)
    asked.add("unasked", [], text)
    asked.ground([])


def _guarded(path: Path, action: Callable[[Log], None]) -> None:
    messages: list[str] = []
    try:
        action(lambda _, text: messages.append(text))
    except RuntimeError as error:
        found = _MESSAGE.search(messages[0] if messages else str(error))
        line, column, text = found.groups() if found else ("1", "1", str(error))
        text = " ".join(text.split())
        texts: Texts = {"id": (_indonesian(text), None), "en": (text, None)}
        raise OverlayError(path, _at(int(line), int(column)), texts) from error


def _indonesian(said: str) -> str:
    """The common complaints of clingo in Indonesian; others stay as they are."""
    english, ours = entries("refused", "en"), entries("refused", "id")
    bare = _NOTE.split(said)[0]
    for key in ("expecting", "unexpected", "unknown", "unsafe"):
        found = matched(english[f"clingo.{key}"], bare)
        if found is not None:
            text = fill(ours[f"clingo.{key}"], found).replace(":-[#inc_unasked];", ":-")
            for word in ("word.or", "word.end", "word.name"):
                text = text.replace(english[word], ours[word])
            return text
    return said
