"""Shared ground of the tests: the examples, the gazetteers, and a model without its spans."""

import re
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from patuh.knowledge.names import gazetteer
from patuh_parser.sotk import read_proposal as read_proposal
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.model import Proposal

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "corpus" / "proposals").glob("*.sotk"))
HEADER = "USULAN : Uji\nDAERAH : Kabupaten Kutai Timur\n\n"


@cache
def names_of(regulation: str) -> Gazetteer:
    """The gazetteer of one regulation."""
    return gazetteer(ROOT / "kb", [regulation])


def regulation_of(text: str) -> str:
    """The regulation of the region that a text names."""
    return "paser_56_2020" if "Kabupaten Paser" in text else "kutim_41_2023"


def bare(model: object) -> str:
    """A model as text, its spans left out."""
    return re.sub(r"Span\([^)]*\)", "…", repr(model))


def content(proposal: Proposal) -> str:
    """All that a proposal says, without places; the order of units follows from places."""
    units = sorted(bare(unit) for unit in proposal.units)
    header = re.sub(r"spans=\{[^}]*\}", "", bare(proposal.header))
    rest = (proposal.amendments, proposal.statements, proposal.chart, proposal.workflows)
    flags = (proposal.has_chart, proposal.has_structure)
    return "\n".join([header, *units, bare(rest), repr(flags)])


def brief(node: Struct) -> str:
    """One node on one line: its class, then the fields that are not empty, without id and place."""
    parts = [type(node).__name__]
    for name, value in asdict(node).items():
        if name in ("id", "span") or value in (None, False, (), ""):
            continue
        if name in ("via", "coordinated_by"):
            value = tuple(station.key for station in value)
        parts.append(f"{name}={value!r}")
    return " ".join(parts)


def cases(name: str) -> list[tuple[str, list[str]]]:
    """The cases of a data file: a text, then the lines that start with `=> `."""
    blocks = (ROOT / "tests" / "parser" / "sotk" / name).read_text(encoding="utf-8").split("\n\n\n")
    found = []
    for block in blocks:
        lines = [line for line in block.strip("\n").split("\n") if not line.startswith("## ")]
        text = "\n".join(line for line in lines if not line.startswith("=> "))
        found.append((text, [line[3:] for line in lines if line.startswith("=> ")]))
    return found
