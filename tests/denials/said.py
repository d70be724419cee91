"""The norms of a regulation with their kinds and sentences, said in a manner."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from patuh.knowledge.names import display_names
from patuh.knowledge.norms import norms
from patuh.knowledge.programs import programs
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh_parser.sotk.vocabulary import tables

TABLE = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))
MANNERS = {
    "tidak": "tidak ",
    "tidak_wajib": "tidak wajib ",
    "tidak_dapat": "tidak berwenang ",
    "dilarang": "dilarang ",
    "dapat": "dapat ",
}
WORDS = {
    "tidak berkewajiban untuk ": "tidak_wajib",
    "tidak perlu ": "tidak_wajib",
    "tidak harus ": "tidak_wajib",
    "tidak usah ": "tidak_wajib",
    "boleh tidak ": "tidak_wajib",
    "dibebaskan dari kewajiban ": "tidak_wajib",
    "tidak dibebani kewajiban untuk ": "tidak_wajib",
    "tidak berhak ": "tidak_dapat",
    "menolak ": "tidak",
    "tidak bersedia ": "tidak",
    "mengabaikan kewajiban ": "tidak",
    "tidak akan ": "tidak",
}
"""Other words of denial, and the manner in which each denies."""
NOT_NORMS = ("ketentuan_tak_diuji", "sifat_norma")


class Norm(Struct, frozen=True):
    """A norm: `values` are its arguments without regulation and provision."""

    predicate: str
    values: tuple[str, ...]
    leaf: str
    kind: str | None

    @property
    def of_hospital(self) -> bool:
        return any(value.startswith("Rumah Sakit") for value in self.values)

    @property
    def waived(self) -> bool:
        """Whether a row says why it has no sentence."""
        row = _row(self)
        return row is not None and "none" in row


class Said(Struct, frozen=True):
    """A norm with its sentence, in which {m} is left open, and what stands around it."""

    norm: Norm
    text: str
    before: str
    flow: str | None
    attributes: tuple[str, ...]
    first: str
    then: str

    def sentence(self, manner: str = "") -> str:
        """The sentence in a manner, or with words of denial."""
        return self.text.replace("{m}", manner if manner in WORDS else MANNERS.get(manner, ""))

    def block(self, manner: str, number: int) -> list[str]:
        """The lines of its workflow."""
        lines = [f'ALUR {self.flow} "Alur {number}"', *self.attributes]
        return [*lines, *self.first.split("\n"), self.sentence(manner), *self.then.split("\n")]

    def alone(self, law: Regulation) -> str:
        """A proposal that says the norm, and nothing else."""
        lines = [*_head(law), "STRUKTUR", "", self.before]
        lines += ["", *self.block("", 1)] if self.flow else [self.sentence()]
        return "\n".join(lines)


def denied(law: Regulation, every: Sequence[Said], manner: str) -> tuple[str, dict[Said, int]]:
    """One proposal with all norms in this manner, and the line of each sentence."""
    lines = [*_head(law), "STRUKTUR", ""]
    lines += dict.fromkeys(one.before for one in every if one.before)
    places: dict[tuple[str, ...], int] = {}
    number = 0
    for one in sorted(every, key=lambda one: one.flow is not None):
        key = (one.text, *one.attributes, one.flow or "")
        if key in places:
            continue
        if one.flow is None:
            lines.append(one.sentence(manner))
            places[key] = len(lines)
        else:
            number += 1
            block = one.block(manner, number)
            places[key] = len(lines) + 2 + block.index(one.sentence(manner))
            lines += ["", *block]
    return "\n".join(lines), {
        one: places[(one.text, *one.attributes, one.flow or "")] for one in every
    }


def norms_of(law: str) -> list[Norm]:
    """The norms of a regulation, each with its kind."""
    own = {(v[1], v[3]): v[2] for _, v in norms(law, "sifat_norma")}
    every = {}
    for text in (program.text for program in programs([law])):
        for pool, kind in re.findall(r"^sifat_bawaan\(\(?([^)]*?)\)?, (\w+)\)\.", text, re.M):
            every.update(dict.fromkeys(re.findall(r"\w+", pool), kind))
    found = []
    for predicate, (*before, leaf) in norms(law):
        if predicate in NOT_NORMS or not leaf.startswith("pasal-"):
            continue
        values = before[1:]
        kind = own.get((predicate, leaf)) or every.get(predicate)
        if predicate == "pertanggungjawaban" and values[-1] == "tafsir":
            kind = "tafsir"
        found.append(Norm(predicate, tuple(values), leaf, kind))
    return found


def said_of(law: str) -> list[Said]:
    """The norms that have a sentence."""
    found = []
    for norm in norms_of(law):
        row = _row(norm)
        if row is None or "none" in row or norm.kind == "pengertian":
            continue
        names = _names(law, norm)

        def fill(text: str, names: dict[str, str] = names) -> str:
            return re.sub(r"\{(\w+)\}", lambda hole: names.get(hole[1], hole[0]), text).strip("\n")

        attributes = tuple(fill(line) for line in row.get("attributes", ()))
        texts = [fill(row.get(key, "")) for key in ("say", "with", "first", "then")]
        found.append(Said(norm, texts[0], texts[1], row.get("flow"), attributes, *texts[2:]))
    return found


def _row(norm: Norm) -> dict[str, Any] | None:
    for row in TABLE["row"]:
        if row["norm"] != norm.predicate or ("duty" in row and norm.kind != "kewajiban"):
            continue
        pairs = zip(row.get("of", ()), norm.values, strict=False)
        if all(wanted in ("*", value) for wanted, value in pairs):
            return row  # type: ignore[no-any-return]
    return None


def _names(law: str, norm: Norm) -> dict[str, str]:
    """What the names in braces stand for."""
    shown = {**tables().surfaces["objects"], **display_names(kb_root())}
    names = {**_own_names(law)}
    names |= {str(at): shown.get(value, value) for at, value in enumerate(norm.values, 1)}
    listed = {asisten: unit for _, (_, asisten, sort, unit, _) in _list(law) if sort == "bagian"}
    owner = next(
        (v[1] for _, v in norms(law, "tugas_asisten") if v[4] == norm.leaf and v[2] == "membina"),
        None,
    )
    first = norm.values[0] if norm.values else ""
    names["bagian_of_1"] = listed.get(first, names["bagian"])
    names["asisten_of_leaf"] = shown[owner] if owner else names["asisten"]
    names["bagian_of_leaf"] = listed.get(owner or "", names["bagian"])
    return names


def _list(law: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return norms(law, "daftar")


@cache
def _own_names(law: str) -> dict[str, str]:
    """The names of sentences.toml, or those of the list of the regulation."""
    shown = display_names(kb_root())
    names = dict(TABLE["names"])
    units = [v[3] for _, v in _list(law) if v[2] == "pelaksana" and v[3].startswith("Dinas ")]
    names.update(zip(("dinas", "dinas_2", "dinas_3", "dinas_4"), units, strict=False))
    for _, values in reversed(_list(law)):
        if values[2] in ("bagian", "vertikal"):
            names[values[2]] = values[3]
    leaders = [v[1] for _, v in norms(law, "asisten_resmi")]
    owner = next((v[1] for _, v in _list(law) if v[3] == names["dinas"]), leaders[0])
    names["asisten"] = shown[owner]
    for _, values in norms(law, "bidang_staf_ahli")[:1]:
        names["staf_ahli"] = shown[values[1]]
    return names


def _head(law: Regulation) -> list[str]:
    return ["USULAN : A", f"DAERAH : {law.region}", ""]
