"""A unit of every sort, and all that may be said of the names and places of units.

Norms name units besides; each of these may be the unit of its sort.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain, product, zip_longest

import clingo

from mutation.rules import PROPOSALS, base, laws
from patuh.knowledge.called.parts import parts
from patuh.knowledge.names import gazetteer
from patuh.knowledge.regulations import national
from patuh.knowledge.root import kb_root

OFFICES = (
    *("bupati", "wakil_bupati", "sekretaris_daerah", "sekretariat_daerah", "dprd", "forkopimda"),
)
"""Who is the only one of a sort, and bears its name."""
SORTS = (
    *("dinas", "badan", "inspektorat", "sekretariat_dprd", "satuan_polisi_pamong_praja"),
    *("kecamatan", "kelurahan", "rumah_sakit_umum_daerah", "unit_pelaksana_teknis", "bagian"),
    *("subunit", "kelompok_jabatan_fungsional", "asisten", "staf_ahli", "vertikal", "pihak_luar"),
    *("badan_usaha_milik_daerah", "lainnya"),
)
_BESIDES = ("cabang_dinas", "desa", "staf_khusus", "forkopimcam")
"""Sorts of units in which others may lie."""
GIVEN = ("unit/2", "peraturan/1")
SUPPOSED = ("sebutan/2", "pada/2", "tipe/2", "hukum_nasional/1")
_TYPES = ("a", "b", "c", "d", "lain_")
_KEY = re.compile(r"[a-z_]+")
TERM = re.compile(r'"(?:[^"\\]|\\.)*"|\b\w+\b')


def example(sort: str) -> str:
    """The unit that stands for all of a sort."""
    return sort if sort in OFFICES else f"contoh_{sort}"


@cache
def units() -> dict[str, str]:
    """The units, and the sort of each."""
    return {example(sort): sort for sort in (*OFFICES, *SORTS, *_BESIDES)}


@cache
def regulations() -> tuple[str, ...]:
    """Those of regions, and the one that stands in where a region has none."""
    return *laws(PROPOSALS), next(one.id for one in national() if one.stands_in)


@cache
def facts(law: str) -> str:
    """The units, and what may be said of them."""
    table = parts()
    bodies = ("lainnya", "vertikal")
    ranks = [
        *(("subunit", rank) for rank in {*table.ranks.values(), *table.upt_ranks.values()}),
        *(("unit_pelaksana_teknis", rank) for rank in {*table.upt_ranks.values()}),
        *(product(bodies, {*table.bodies.values()})),
        *(("bagian", "bagian"), ("sekretariat_dprd", "sekretariat")),
    ]
    return "\n".join(
        [
            *(f"unit({name},{sort})." for name, sort in units().items()),
            *(f"sebutan({example(sort)},{rank})." for sort, rank in ranks),
            *(f"pada({one},{other})." for one, other in product(units(), units())),
            *(f"tipe({one},{kind})." for one, kind in product(units(), _TYPES)),
            *(f"hukum_nasional({one.id})." for one in national()),
            f"peraturan({law}).",
            base().constants,
        ]
    )


@cache
def called(law: str) -> dict[str, list[str]]:
    """The units that the law knows by name, but the offices, and the units for what each may be:
    of its sort, of that which the name tells, or an office outside, if a proposal says so."""
    names = gazetteer(kb_root(), [law])
    found = {
        f'"{one.key}"': [one.sort, *_begins(one.key, names.first_words), "vertikal", "lainnya"]
        for one in names.names
        if not _KEY.fullmatch(one.key)
    }
    keys = {one.key: one.sort for one in names.names if _KEY.fullmatch(one.key)}
    for rule in base().rules:
        if rule.gives == "unit/2":
            key, sort = map(str, rule.node.head.atom.symbol.arguments)
            keys[key] = sort
    found |= {
        key: [sort, "vertikal", "lainnya"] for key, sort in keys.items() if key not in units()
    }
    return {key: [example(sort) for sort in dict.fromkeys(sorts)] for key, sorts in found.items()}


def _begins(name: str, first_words: Mapping[str, str]) -> list[str]:
    return [sort for words, sort in first_words.items() if name.startswith(f"{words} ")]


def names_one(text: str, law: str) -> bool:
    """Whether a condition is on a unit with a name."""
    return any(one in called(law) for one in TERM.findall(text))


def any_of(text: str, law: str) -> str:
    """A condition on a unit with a name, on all that stand for it."""
    return TERM.sub(
        lambda found: (
            f"({';'.join([found[0], *named])})"
            if (named := called(law).get(found[0]))
            else found[0]
        ),
        text,
    )


def exemplary(text: str, law: str) -> list[str]:
    """A text, and what it says of the units that stand for those which it names."""
    between = TERM.split(text)
    terms = [[one, *called(law).get(one, [])] for one in TERM.findall(text)]
    return [
        "".join(chain.from_iterable(zip_longest(between, some, fillvalue="")))
        for some in product(*terms)
    ]


def derived(program: str, name: str = "", arity: int = 0) -> list[clingo.Symbol]:
    """The atoms of a program, or those of one predicate."""
    control = clingo.Control(["--warn=none"], logger=lambda *_: None)
    control.add("base", [], program)
    control.ground([("base", [])])
    atoms = control.symbolic_atoms
    return [one.symbol for one in (atoms.by_signature(name, arity) if name else atoms)]
