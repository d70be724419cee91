"""The tables of `--kb-overlay`: messages, marks, the identity and the names of a regulation.

The first line of an input says which of them it is.
"""

import tomllib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from clingo import ast
from msgspec import convert, to_builtins

from patuh.engine.overlays.acceptance import OverlayError
from patuh.engine.overlays.message_files import accept_marks, accept_messages
from patuh.engine.overlays.regulation_files import accept_of_regulation
from patuh.facts import emit
from patuh.knowledge import messages
from patuh.knowledge.called import gazetteers
from patuh.knowledge.drafting import terms
from patuh.knowledge.marks import read_marks
from patuh.knowledge.names import gazetteer
from patuh.knowledge.regulation_names import OwnNames
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh_parser.sotk import SotkError, read_proposal
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.model import Proposal

from . import Traits
from .bounds import bounded
from .overlays import assert_in_place, folder, trait

SUFFIX = ".toml"
LONGEST = 512
LAW = "paser_56_2020"
WORDS = (
    "pesan\n", "tanda\n", "peraturan\n", "nama\n", '[q1]\njudul = "Dinas"\n', 'tujuan = "x"\n',
    '[q1.kasus.dinas]\nkalimat = "{unit} adalah"\n', 'saran = "{x}"\n', 'kumpulkan = "unit"\n',
    "{unit!r}", "{unit:>9}", "{0}", "{{", "}}", "[[tanda]]\n", 'id = "a"\n', 'pada = "norma"\n',
    'cara = "setiap"\n', 'cara = "akhir"\n', 'pola = "a{1,3}"\n', "(?i:", "(?<=", "(?!", "[^",
    "\\b", "\\w", "{0,9}", "*", "+", "|", 'daftar = "a"\n', 'dasar = "b"\n',
    'id = "paser_56_2020"\n', "number = 1\n", "date = 2020-04-20\n",
    'region = "Kabupaten Paser"\n', "repeals = []\n",
    'text = "a.txt"\n', '[chapters]\npasal-1 = "BAB I"\n', '[units."Dinas X"]\n',
    'sort = "dinas"\n', 'also = ["Dinas Y"]\n', "[offices.a]\n", 'name = "A"\n',
    '[first_words]\n"Loka" = "dinas"\n', "[", "]", "=", '"', "'", '"""', "\\u202e", "#", ".", ",",
    "1979-05-27T07:32:00Z", "inf", "0x1F", "true", "{ a = 1 }", "\n",
)  # fmt: skip
PROPOSAL = """\
USULAN : A
DAERAH : Kabupaten Paser

STRUKTUR
Dinas Sosial, UPT X pada Dinas Kesehatan dan Dinas Air bertanggung jawab kepada Bupati.
Lok Merah bertanggung jawab kepada Kepala Dinas.
"""


def harness(data: bytes) -> Traits:
    """Take what follows the first line as the table that it names."""
    first, _, body = data.partition(b"\n")
    kind = first.decode("utf-8", "replace")
    name, accepted, used = KINDS.get(kind, KINDS["pesan"])
    mine, _ = folder("tables")
    file = mine / name
    file.write_bytes(body)
    try:
        with bounded():
            accepted(file)
    except OverlayError as error:
        assert_in_place(error, file, body)
        return {(kind, trait(error))}
    with bounded():
        return {(kind, str(found)) for found in used(tomllib.loads(body.decode()))}


def _messages(table: dict[str, Any]) -> Traits:
    """Every sentence can be filled in with short words, and stays short."""
    with patch.object(messages, "_tables", lambda *_: {"baru": table}):
        found = messages.check_messages.__wrapped__("id")
    for message in found.values():
        for case in message.cases.values():
            for sentence in (case.sentence, case.advice or ""):
                filled = sentence.format_map(defaultdict(lambda: "Dinas"))
                assert len(filled) <= 5 * len(sentence)
    return {(bool(one.purpose), len(one.cases)) for one in found.values()}


def _marks(table: dict[str, Any]) -> Traits:
    """What is found of a text is part of it, and soon."""
    found = read_marks(table, terms().lists)
    for mark in found:
        for text in ("", "a" * 400, "Pasal 1 ayat (2) huruf a, dan lain-lain; " * 20):
            assert all(place[0] in text for place in mark.find(text))
    return {(mark.way, len(mark.parts), bool(mark.standard)) for mark in found}


def _regulation(table: dict[str, Any]) -> Traits:
    """It can be cited, knows its own region, and stands in facts."""
    law = convert(to_builtins(table), Regulation)
    assert law.id == LAW
    assert law.cited
    assert law.of_region(law.region)
    assert_facts(emit(_read(gazetteer(kb_root(), (LAW,))), (law,), (law,)).text)
    return {(len(law.repeals), len(law.missing), bool(law.chapters), bool(law.region_aliases))}


def _read(known: Gazetteer) -> Proposal:
    return read_proposal(PROPOSAL, known)


def _names(table: dict[str, Any]) -> Traits:
    """Proposals can be read with them, and stand in facts."""
    own = convert(to_builtins(table), OwnNames)
    with patch.object(gazetteers, "own_names", lambda *_: own):
        try:
            known = gazetteers.make_gazetteer(kb_root(), (LAW,), ())
        except gazetteers.UnknownSortError:  # refused where the folder is laid over
            return {"sort"}
    try:
        proposal = _read(known)
    except SotkError as error:
        return {one.code for one in error.diagnostics}
    assert_facts(emit(proposal, (), ()).text)
    return {(len(own.units), len(own.offices), len(own.first_words))}


def assert_facts(text: str) -> None:
    """To clingo's parser they are facts, one on a line, and nothing else."""
    found: list[ast.AST] = []
    ast.parse_string(text, found.append)
    assert len(found) == text.count(".\n") + 1
    assert all(one.ast_type == ast.ASTType.Rule and not one.body for one in found[1:])


Accepted = Callable[[Path], None]
Used = Callable[[dict[str, Any]], Traits]
KINDS: dict[str, tuple[str, Accepted, Used]] = {
    "pesan": ("messages/id/baru.toml", accept_messages, _messages),
    "tanda": ("drafting/marks/baru.toml", lambda file: accept_marks(file, kb_root()), _marks),
    "peraturan": (
        f"regulations/{LAW}/regulation.toml",
        lambda file: accept_of_regulation(file, LAW),
        _regulation,
    ),
    "nama": (f"regulations/{LAW}/names.toml", lambda file: accept_of_regulation(file, LAW), _names),
}
