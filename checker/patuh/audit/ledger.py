"""Whether every leaf provision of every regulation has its block, its text and its treatment."""

import re
from collections import Counter
from collections.abc import Iterator

from patuh.audit.report import Defect, Part
from patuh.facts.drafts.attachments.attached import not_held
from patuh.knowledge.programs import norms
from patuh.knowledge.provisions import quotations, untested
from patuh.knowledge.regulations import Regulation, regulations, text_path
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

_HEAD = re.compile(r"^%% .+ \[([a-z0-9.-]+)\]$", re.MULTILINE)
_UNTESTED = re.compile(r"ketentuan_tak_diuji\([^)]*\)")


def ledger() -> Part:
    """The leaves of the texts of the regulations against the blocks in `kb/regulations`."""
    leaves = 0
    found: list[Defect] = []
    for law in regulations():
        path = text_path(law)
        if not path.is_file():
            found.append(Defect("no_text", {"regulation": law.id, "file": law.text}))
            continue
        text = read_draft(path.read_bytes(), law.text)
        leaves += len(list(text.leaves()))
        found += _defects(law, text)
    return Part("ledger", leaves, tuple(found))


def _defects(law: Regulation, text: Draft) -> Iterator[Defect]:
    quoted, reasons = quotations(law.id), untested(law.id)
    nodes = {node.id: node for node in text.provisions()}
    for leaf in text.leaves():
        said = {"regulation": law.id, "provision": leaf.id or leaf.number}
        if leaf.id not in quoted:
            yield Defect("leaf_missing", said)
            continue
        block = quoted[leaf.id]
        place = f"{block.file}:{block.line}"
        encoded = f'"{leaf.id}")' in _UNTESTED.sub("", block.encoding)
        if not encoded and leaf.id not in reasons:
            yield Defect("leaf_untreated", said, place)
        if encoded and leaf.id in reasons:
            yield Defect("leaf_treated_twice", said, place)
    for block in quoted.values():
        said = {"regulation": law.id, "provision": block.id}
        node = nodes.get(block.id)
        if node is None:
            yield Defect("leaf_invented", said, f"{block.file}:{block.line}")
        elif node.text != block.text:
            yield Defect("leaf_misquoted", said, f"{block.file}:{block.line}")
    for provision, count in Counter(_blocks(law)).items():
        if count > 1:
            said = {"regulation": law.id, "provision": provision, "count": str(count)}
            yield Defect("leaf_double", said)
    yield from _doubles(law)
    yield from _annexes(law, text)


def _doubles(law: Regulation) -> Iterator[Defect]:
    """Norms that stand to the letter again in the block of a leaf; a norm is a line."""
    seen: set[str] = set()
    for program in norms(law.id):
        for number, line in enumerate(program.text.split("\n"), start=1):
            norm = line.strip()
            if norm.startswith("%%"):
                seen = set()
            if norm.startswith("%") or not norm.endswith(")."):
                continue
            if norm in seen:
                said = {"regulation": law.id, "norm": norm}
                yield Defect("norm_double", said, f"{program.name}:{number}")
            seen.add(norm)


def _annexes(law: Regulation, text: Draft) -> Iterator[Defect]:
    """Parts that the text refers to and does not hold, and of which no report would say so."""
    place = f"regulations/{law.id}/regulation.toml"
    said = {provision for missing in law.missing for provision in missing.provisions}
    for part, provisions in not_held(text).items():
        for provision in provisions:
            if provision not in said:
                told = {"regulation": law.id, "provision": provision, "part": part}
                yield Defect("annex_unsaid", told, place)
    for provision in sorted(said - {node.id for node in text.provisions()}):
        yield Defect("leaf_invented", {"regulation": law.id, "provision": provision}, place)


def _blocks(law: Regulation) -> Iterator[str]:
    """The provisions that the blocks are headed by, as often as they are."""
    for program in norms(law.id):
        yield from _HEAD.findall(program.text)
