"""A knowledge base with files of a user's own laid over it.

The files are data and stay data: what would run code, read other files or leave an atom open is
refused before clingo sees a line of it.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from clingo import ast

from patuh.knowledge.messages import Lang, check_messages
from patuh_parser.span import Span

_FOREIGN = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|%\*.*?\*%|%[^\n]*'
    r"|(?P<word>#\s*(?:script|include|external|theory|program|heuristic|edge|minimi[sz]e|maximi[sz]e|project)\b|[&@]\w*)",
    re.DOTALL,
)
_MESSAGE = re.compile(r"<string>:(\d+):(\d+)(?:-\d+(?::\d+)?)?: (?:error|warning|info): (.*)", re.S)
_FOLDERS = re.compile(r"vocabulary|checks|regulations/[^/]+|messages/(?:id|en)")
_PLACES = "checks, vocabulary, regulations/<id>, messages/<lang>"
_FINDINGS = {"temuan", "temuan_garis"}
_LANGUAGES: tuple[Lang, ...] = ("id", "en")
Texts = dict[str, tuple[str, str | None]]


class OverlayError(Exception):
    """A file of the overlay is refused: which, where, and why in both languages."""

    def __init__(self, path: Path, span: Span, texts: Texts) -> None:
        super().__init__(f"{path}:{span.line}:{span.column}: {texts['en'][0]}")
        self.path = path
        self.span = span
        self.texts = texts


def lay_over(base: Path, folder: Path, target: Path) -> None:
    """Copy the knowledge base to `target`, with the files of `folder` added or in their place.

    A file belongs where its path says (`checks/upt.lp`); one that lies in the folder itself
    replaces the file of its name, or else is a new file of checks. Raises `OverlayError`.
    """
    shutil.copytree(base, target, dirs_exist_ok=True)
    names = [path.relative_to(base).as_posix() for path in sorted(base.rglob("*.lp"))]
    programs: list[Path] = []
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in {".lp", ".toml"}]
    if not files:
        raise _refused(folder, 0, 0, "folder ini tidak memuat berkas .lp", "holds no .lp file")
    for path in files:
        name = _name(path, path.relative_to(folder).as_posix(), names)
        if path.suffix == ".lp":
            _accept(path)
            programs.append(path)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / name)
    for path in programs:
        _worded(path, target)


def _name(path: Path, name: str, known: list[str]) -> str:
    parent, _, own = name.rpartition("/")
    if not parent and path.suffix == ".lp":
        same = [other for other in known if other.rpartition("/")[2] == own]
        if len(same) > 1:
            raise _refused(
                path, 0, 0,
                f"nama ini ada beberapa: {', '.join(same)}; tulis foldernya",
                f"there are several of this name: {', '.join(same)}; give the folder",
            )  # fmt: skip
        return same[0] if same else f"checks/{own}"
    if not _FOLDERS.fullmatch(parent):
        raise _refused(
            path, 0, 0,
            f"kb/ tidak membaca folder `{parent}`, hanya {_PLACES}",
            f"kb/ reads no folder `{parent}`, only {_PLACES}",
        )  # fmt: skip
    return name


def _accept(path: Path) -> None:
    """Refuse what is no stratified data, and what clingo cannot parse."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise _refused(path, 0, 0, "bukan teks UTF-8", "is no UTF-8 text") from error
    for match in _FOREIGN.finditer(text):
        if word := match["word"]:
            raise _refused(
                path, text.count("\n", 0, match.start()) + 1,
                match.start() - text.rfind("\n", 0, match.start()),
                f"`{word}` tidak boleh ada dalam basis pengetahuan",
                f"`{word}` may not stand in the knowledge base",
            )  # fmt: skip
    messages: list[str] = []
    try:
        ast.parse_string(text, lambda _: None, logger=lambda _, told: messages.append(told))
    except RuntimeError as error:
        found = _MESSAGE.search(messages[0] if messages else str(error))
        line, column, told = found.groups() if found else ("1", "1", str(error))
        told = " ".join(told.split())
        raise _refused(path, int(line), int(column), told, told) from error


def _worded(path: Path, root: Path) -> None:
    """Refuse a finding that has no words in the knowledge base."""
    for check, case, line, column in _cases(path.read_text(encoding="utf-8")):
        for lang in _LANGUAGES:
            message = check_messages(lang, root).get(check)
            if message is None or case not in message.cases:
                name = f"{check.upper()} ({case})"
                where = f"messages/{lang}/*.toml"
                raise _refused(
                    path, line, column,
                    f"tidak ada kalimat untuk {name} dalam {where}",
                    f"there is no sentence for {name} in {where}",
                )  # fmt: skip


def _cases(text: str) -> Iterator[tuple[str, str, int, int]]:
    found: list[tuple[str, str, int, int]] = []

    def read(node: ast.AST) -> None:
        if node.ast_type != ast.ASTType.Rule or node.head.ast_type != ast.ASTType.Literal:
            return
        term = getattr(node.head.atom, "symbol", None)
        if term is not None and getattr(term, "name", "") in _FINDINGS and len(term.arguments) == 6:
            place = node.location.begin
            check, case = str(term.arguments[2]), str(term.arguments[3])
            if check[0].islower() and case[0].islower():
                found.append((check, case, place.line, place.column))

    ast.parse_string(text, read)
    yield from found


def _refused(path: Path, line: int, column: int, indonesian: str, english: str) -> OverlayError:
    line, column = max(line, 1), max(column, 1)
    texts: Texts = {"id": (indonesian, None), "en": (english, None)}
    return OverlayError(path, Span(line, column, line, column + 1), texts)
