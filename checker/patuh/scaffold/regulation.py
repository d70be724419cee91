"""The folder of a new regulation: its text, its identity, and one file an article to encode."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from patuh.knowledge.quoting import block
from patuh.scaffold.identity import regulation_toml
from patuh_parser.legal.model import Draft, Node
from patuh_parser.legal.reader import read_draft

_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
NOT_YET = "belum_dienkode"
"""Why a leaf of a new regulation is not tested: nobody has encoded it yet."""


class ScaffoldError(Exception):
    """No regulation can be set up: `code` says why, `what` names the thing."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(f"{code}: {what}")
        self.code = code
        self.what = what


def scaffold(source: Draft, regulation_id: str, folder: Path) -> tuple[Path, int]:
    """Write `regulations/<id>` below `folder` for the text of a regulation.

    Returns the new folder and how many leaves wait in it to be encoded. The text is kept as the
    reader has it, line by line, so that quotations and text agree whatever the file's format: of a
    knowledge base with a corpus beside it there, else in the new folder. The folder appears whole
    or not at all. Raises `ScaffoldError`: `bad_id`, `exists`, `no_article`, `field` (which the
    text does not state), and `OSError` if nothing can be written.
    """
    if not _ID.fullmatch(regulation_id):
        raise ScaffoldError("bad_id", regulation_id)
    target = folder / "regulations" / regulation_id
    if target.exists():
        raise ScaffoldError("exists", str(target))
    text = "".join(f"{line.text}\n" for line in source.lines if not line.furniture)
    name = f"{regulation_id}.txt"
    draft = read_draft(text.encode(), name)
    if not any(node.id for node in draft.articles()):
        raise ScaffoldError("no_article", source.path)
    try:
        files = {"regulation.toml": regulation_toml(draft, regulation_id, name)}
    except LookupError as missing:
        raise ScaffoldError("field", str(missing.args[0])) from None
    files |= dict(_articles(draft, regulation_id))
    beside = _texts_beside(folder)
    if beside is None:
        files[name] = text
    elif (beside / name).exists() and (beside / name).read_text(encoding="utf-8") != text:
        raise ScaffoldError("exists", str(beside / name))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as new:
        whole = Path(new) / regulation_id
        whole.mkdir()
        for file, content in files.items():
            (whole / file).write_text(content, encoding="utf-8")
        if beside is not None:
            (beside / name).write_text(text, encoding="utf-8")
        whole.rename(target)
    return target, sum(1 for node in draft.provisions() if not node.children)


def _texts_beside(folder: Path) -> Path | None:
    """Where the texts of its regulations lie beside a knowledge base; None for an overlay."""
    beside = folder.resolve().parent / "corpus" / "regulations"
    return beside if (folder / "vocabulary").is_dir() and beside.is_dir() else None


def _articles(draft: Draft, regulation_id: str) -> Iterator[tuple[str, str]]:
    """Each article's file, by its name: every provision quoted, every leaf to be encoded."""
    for article in draft.articles():
        if article.id is not None:
            number = article.id.removeprefix("pasal-")
            blocks = [_block(node, regulation_id) for node in article.walk() if node.id]
            yield f"pasal_{number:0>2}.lp", "\n".join(blocks)


def _block(node: Node, regulation_id: str) -> str:
    reason = f'ketentuan_tak_diuji({regulation_id}, "{node.id}", {NOT_YET}).'
    return block(node.id or "", node.text, "" if node.children else reason)
