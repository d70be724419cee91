"""What fuzzing begins with: the stored seeds, and small texts of every form that is read.

These are taken from where the forms are told: a sentence of each shape of the language, the
smallest case of each check, drafts of each kind piece by piece, the files of the knowledge base.
A form that is new has its seed without anything being stored.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.append(str(ROOT / "tests" / "parser" / "sotk"))

from families import CASES  # noqa: E402
from samples import HEADER as HEAD  # noqa: E402
from samples import PARTS, REGIONS, samples  # noqa: E402

from patuh.knowledge.root import corpus_root, kb_root  # noqa: E402

TEXTS = sorted((ROOT / "tests" / "drafting" / "texts").glob("*.txt"))


def seeds(target: ModuleType) -> list[bytes]:
    """The stored seeds of a target, and those made for it, none of them too long."""
    name = target.__name__.rpartition(".")[2]
    every = [*stored(name), *(text.encode() for text in made(name))]
    return list(dict.fromkeys(data[: target.LONGEST] for data in every))


def stored(name: str) -> list[bytes]:
    """The stored seeds of a target."""
    return [path.read_bytes() for path in sorted((HERE / "seeds" / name).glob("*"))]


@cache
def made(name: str) -> tuple[str, ...]:
    """The seeds that are made for a target."""
    return tuple(MADE[name]()) if name in MADE else ()


def _sentences() -> Iterator[str]:
    for name, part in PARTS.items():
        for one in samples(name):
            head = HEAD.format(region=REGIONS[one.names], base=part.base, part=part.heading)
            yield f"{head}{part.indent}{one.text}\n"


def cases() -> Iterator[str]:
    """The smallest case in which a check finds something, without what it expects."""
    found: dict[str, str] = {}
    for path in CASES:
        text, check = path.read_text(encoding="utf-8"), path.parent.name
        finds = re.search(rf"(?m)^#! (?!tidak)\w+ {check} ", text)
        bare = re.sub(r"(?m)^#.*\n", "", text)
        if finds and "TERHADAP" not in text and len(bare) < len(found.get(check, bare + " ")):
            found[check] = bare
    return iter(found.values())


def _pieces() -> Iterator[str]:
    """Drafts of each kind, some paragraphs at a time, each below the head of its kind."""
    paths = [*TEXTS, *sorted((corpus_root() / "regulations").glob("*.txt"))]
    for path in [*paths, *sorted((corpus_root() / "drafts").glob("*.txt"))]:
        text = path.read_text(encoding="utf-8")
        head, piece = text[: text.index("TENTANG")][-120:] + "TENTANG\nX\n\n", ""
        for paragraph in re.split(r"\n\s*\n", text[:12_000]):
            if len(piece) + len(paragraph) > 500 and piece:
                yield head + piece
                piece = ""
            piece += paragraph[:500] + "\n\n"
        yield head + piece


def _rules() -> Iterator[str]:
    """Statements of the knowledge base, of each file some."""
    for path in sorted(kb_root().rglob("*.lp")):
        text = re.sub(r"(?m)^%.*\n", "", path.read_text(encoding="utf-8"))
        short = [one for one in text.split("\n\n") if 0 < len(one) < 300]
        yield from short[:: max(1, len(short) // 4)]


def _blocks() -> Iterator[str]:
    for path in sorted((kb_root() / "regulations").glob("*/pasal_*.lp")):
        text = path.read_text(encoding="utf-8")
        yield "\n\n".join(text.split("\n\n")[:3])


def _tables() -> Iterator[str]:
    for path in sorted((kb_root() / "messages" / "id").glob("*.toml")):
        yield "pesan\n" + path.read_text(encoding="utf-8")[:450].rpartition("\n")[0] + "\n"
    for path in sorted((kb_root() / "drafting" / "marks").glob("*.toml")):
        rows = re.findall(r"(?m)^  \{.*\},$", path.read_text(encoding="utf-8"))
        yield from (f"tanda\ntanda = [\n{row}\n]\n" for row in rows[::3] if len(row) < 400)
    for path in sorted((kb_root() / "regulations").glob("*/*.toml")):
        kind = "nama" if path.stem == "names" else "peraturan"
        lines = [x for x in path.read_text(encoding="utf-8").split("\n") if len(x) < 90]
        yield f"{kind}\n" + "\n".join(x for x in lines if not x.startswith("#"))[:450]


def _expected() -> Iterator[str]:
    lines = [re.findall(r"(?m)^#!.*\n", path.read_text(encoding="utf-8")) for path in CASES[::40]]
    return ("USULAN : A\n" + "".join(found[:3]) for found in lines)


def _both(*makers: Iterable[str]) -> Iterator[str]:
    for made_by in makers:
        yield from made_by


MADE = {
    "sotk": lambda: _both(_sentences(), cases()),
    "check": lambda: _both(cases(), list(_sentences())[::3]),
    "legal_text": _pieces,
    "draft": _pieces,
    "rules": _rules,
    "tables": _tables,
    "ledger": _blocks,
    "expectations": _expected,
}
