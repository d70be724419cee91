"""The reader of proposals: a model that survives printing, or errors with places and words."""

import re
from functools import cache
from typing import Any

from msgspec import Struct

from patuh.knowledge.names import gazetteer
from patuh.knowledge.root import kb_root
from patuh_parser.sotk import (
    Diagnostic,
    SotkError,
    decode,
    message,
    print_proposal,
    read_proposal,
)
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.lines.characters import normalise
from patuh_parser.sotk.model import Proposal
from patuh_parser.sotk.vocabulary import tables

from . import Traits
from .bounds import bounded, twice

SUFFIX = ".sotk"
LONGEST = 512
_SAYING = ("act", "keyword", "kind")
"""The fields that hold what a node says."""
WORDS = (
    *(f"{words} " for spellings in tables().phrases.values() for words in spellings),
    *(f"{words} " for words in tables().verb_words),
    "Dinas ", "Dinas Sosial ", "Bupati", "Sekretaris Daerah", "Kepala ", "Bidang A pada ", "UPT ",
    "Asisten yang membidangi", "Seluruh Perangkat Daerah ", "Unsur Pelaksana:\n  - ", ":\n  - ",
    "Instansi Vertikal:\n  - ", "STRUKTUR\n", "BAGAN\n", "PERUBAHAN\n", 'ALUR laporan "J"\n  1. ',
    "  subjek: ", "  berkala: ", "USULAN : ", "DAERAH : Kabupaten Paser\n", "TERHADAP : a.sotk\n",
    "LINGKUP : lengkap untuk ", "DASAR : Perbup Paser 56/2020\n", "TANGGAL : 1 Maret 2024\n",
    '"Bank X"', "\n  ", "\n", ".\n", " dan ", ", ", "(", ")", "...", "# ", "\u202e", "\u0301", "\r",
)  # fmt: skip


def harness(data: bytes) -> Traits:
    """Read the bytes as a proposal of the regency that they name."""
    try:
        text = decode(data)
        normalise(text)
    except SotkError as error:
        _in_words(error.diagnostics)
        return codes(error.diagnostics)
    names = _names("paser_56_2020" if "Paser" in text else "kutim_41_2023")
    said = twice(lambda: _read(text, names), data)
    if isinstance(said, tuple):
        _in_words(said)
        _in_place(said, normalise(text).split("\n"))
        return codes(said)
    with bounded():
        printed = print_proposal(said, names)
    assert content(read_proposal(printed, names)) == content(said), printed
    return forms(said)


def _read(text: str, names: Gazetteer) -> Proposal | tuple[Diagnostic, ...]:
    try:
        return read_proposal(text, names)
    except SotkError as error:
        return error.diagnostics


def codes(diagnostics: tuple[Diagnostic, ...]) -> Traits:
    """The traits of a text with errors."""
    return {(one.code, one.hint, *one.expected) for one in diagnostics}


def forms(proposal: Proposal) -> Traits:
    """The traits of a proposal: its sentences and steps by what they say and which fields have."""
    flows = [node for flow in proposal.workflows for node in (flow, *flow.attributes, *flow.steps)]
    said = (*proposal.amendments, *proposal.statements, *proposal.chart, *proposal.terms, *flows)
    return {_form(node) for node in said}


def _form(node: Struct) -> object:
    kind = next((getattr(node, name) for name in _SAYING if hasattr(node, name)), "")
    return type(node), kind, tuple(bool(getattr(node, name)) for name in node.__struct_fields__)


def _in_words(diagnostics: tuple[Diagnostic, ...]) -> None:
    assert diagnostics
    for diagnostic in diagnostics:
        for lang in ("id", "en"):
            text, _ = message(diagnostic, lang)  # type: ignore[arg-type]
            assert text


def _in_place(diagnostics: tuple[Diagnostic, ...], lines: list[str]) -> None:
    for diagnostic in diagnostics:
        span = diagnostic.span
        assert 1 <= span.line <= span.end_line <= len(lines), diagnostic
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, diagnostic
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 2, diagnostic
        assert (span.line, span.column) <= (span.end_line, span.end_column), diagnostic


def content(proposal: Proposal) -> str:
    """All that a proposal says, without places; the order of units follows from places."""
    units = sorted(_bare(unit) for unit in proposal.units)
    header = re.sub(r"spans=\{[^}]*\}", "", _bare(proposal.header))
    rest = (proposal.amendments, proposal.statements, proposal.chart, proposal.workflows)
    flags = (proposal.has_chart, proposal.has_structure)
    return "\n".join([header, *units, _bare(rest), repr(flags)])


def _bare(model: Any) -> str:
    return re.sub(r"Span\([^)]*\)", "…", repr(model))


@cache
def _names(regulation: str) -> Gazetteer:
    return gazetteer(kb_root(), [regulation])
