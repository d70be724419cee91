"""The answer set programs that apply: vocabulary, checks, and the norms of each regulation."""

import os
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from patuh.knowledge.root import kb_folder, of_kb
from patuh_parser.disk import Place, folders_in, names_in, text_of
from patuh_parser.stored import hash_of

DRAFTING = "uu_12_2011"
"""The law on drafting: it has norms for texts, but no territory."""


HIGHER = "drafting/hukum"
"""Where the norms of higher law stand that the contents of drafts must keep to."""
FOR_DRAFTS = ("/susunan.lp", "/pelaporan.lp")
"""How the names of programs of national law end that texts are held against too."""
NORMS = ("regulations/", "national/", f"{HIGHER}/")
"""What the names of programs begin with that hold norms."""
PROPOSAL = "vocabulary/usulan"
"""What the names of programs begin with that declare what a proposal gives."""
PREDICATES_OF_NORMS = "vocabulary/norma"
"""What the names of programs begin with that declare the predicates of norms."""


class Program(Struct, frozen=True):
    """One `.lp` file; `name` is its path below `kb/`."""

    name: str
    text: str


@lru_cache(maxsize=64)
def hash_of_programs(every: tuple[Program, ...]) -> str:
    """What tells these programs from others: their names and texts."""
    return hash_of(map(_hash_of, every))


@lru_cache(maxsize=1024)
def _hash_of(program: Program) -> str:
    return hash_of((program.name, program.text))


def programs(regulation_ids: Iterable[str], root: Place | None = None) -> tuple[Program, ...]:
    """All programs for checking under these regulations, in a fixed order; national law holds
    under each of them."""
    base = kb_folder(root)
    national = (f"national/{name}" for name in folders_in(os.path.join(base, "national")))
    own = (f"regulations/{name}" for name in regulation_ids)
    folders = ["vocabulary", "checks", *national, *own]
    return tuple(program for folder in folders for program in _folder(base, folder))


def own_programs(regulation_id: str, root: Place | None = None) -> tuple[Program, ...]:
    """The programs for checking under a regulation without national law, which holds beside it."""
    every = programs([regulation_id], root)
    return tuple(one for one in every if not one.name.startswith("national/"))


def drafting_programs(root: Place | None = None) -> tuple[Program, ...]:
    """All programs for checking the text of a draft, in a fixed order."""
    base = kb_folder(root)
    higher = (f"{HIGHER}/{name}" for name in folders_in(os.path.join(base, HIGHER)))
    folders = ("drafting/vocabulary", "drafting/checks", "drafting", *higher)
    higher_law = (
        one
        for name in folders_in(os.path.join(base, "national"))
        for one in _folder(base, f"national/{name}")
        if one.name.endswith(FOR_DRAFTS)
    )
    return (*(program for folder in folders for program in _folder(base, folder)), *higher_law)


def vocabulary(root: Place | None = None) -> tuple[Program, ...]:
    """The programs that say what can be said, without any check."""
    return _folder(kb_folder(root), "vocabulary")


def norms(regulation_id: str, root: Place | None = None) -> tuple[Program, ...]:
    """The programs that hold the norms of a regulation, of a national one, or on drafting."""
    base = kb_folder(root)
    if regulation_id == DRAFTING:
        return _folder(base, "drafting")
    is_national = os.path.isdir(os.path.join(base, "national", regulation_id))
    return _folder(base, f"{'national' if is_national else 'regulations'}/{regulation_id}")


def higher_norms(regulation_id: str, root: Place | None = None) -> tuple[Program, ...]:
    """The programs that hold what drafts may not contradict of a regulation, if any."""
    return _folder(kb_folder(root), f"{HIGHER}/{regulation_id}")


@of_kb
def _folder(base: str, folder: str) -> tuple[Program, ...]:
    here = os.path.join(base, folder)
    return tuple(
        Program(f"{folder}/{name}", text_of(os.path.join(here, name)))
        for name in names_in(here, ".lp")
    )
