"""The names that a proposal may use: tables of kb/names, and the lists of the regulations."""

import os
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import astuple

from patuh.knowledge.programs import hash_of_programs, norms, vocabulary
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_folder, of_kb
from patuh_parser.disk import Place, beside, bytes_of, folders_in, names_in
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.lexing.gazetteer import Sorts as Kinds
from patuh_parser.stored import code_of, hash_of, stored

_CODE = (
    __file__,
    *(
        beside(__file__, f"{name}.py")
        for name in (
            "called/gazetteers",
            "norms",
            "offices",
            "regulation_names",
            "territory/regions",
        )
    ),
)


@of_kb
def kinds(root: Place | None = None) -> Kinds:
    """What a reader of proposals has to know of the sorts."""
    base = kb_folder(root)
    return stored("sorts", Kinds, _made_of(base), lambda: _kinds(base))


def gazetteer(kb_root: Place, regulations: Sequence[str]) -> Gazetteer:
    """Return the names that hold under the given regulations (ids such as "kutim_41_2023").

    General names come first to hand for every region; a list in a regulation adds its entries
    and settles their sorts. Raises OSError or ValueError if a table is missing or not well formed.
    """
    return _gazetteer(os.fspath(kb_root), tuple(regulations))


def known_under(laws: Sequence[Regulation]) -> Gazetteer:
    """The names that hold for a proposal under these regulations, in their region."""
    first = laws[0] if laws and laws[0].nationwide else None
    places = (first.region, *first.region_aliases) if first else ()
    return _gazetteer(kb_folder(), tuple(law.id for law in laws), places)


def alike(one: Gazetteer, other: Gazetteer) -> bool:
    """Whether a proposal reads the same with either."""
    return one is other or astuple(one) == astuple(other)


@of_kb
def _gazetteer(
    kb_root: str, regulations: tuple[str, ...], places: tuple[str, ...] = ()
) -> Gazetteer:
    made_of = [*_made_of(kb_root, regulations), *regulations, *places]
    return stored("names", Gazetteer, made_of, lambda: _make(kb_root, regulations, places))


def _made_of(base: str, regulations: tuple[str, ...] = ()) -> Iterator[str]:
    """All that names and sorts are made of."""
    yield _general(base)
    for regulation in regulations:
        yield hash_of_programs(norms(regulation, base))


@of_kb
def _general(base: str) -> str:
    """A hash of what they are made of under every regulation."""
    parts: list[str | bytes] = [
        code_of(*_CODE),
        hash_of_programs(vocabulary(base)),
    ]
    laws = (f"regulations/{name}" for name in folders_in(os.path.join(base, "regulations")))
    for folder in ("names", "regions", *laws):
        for name in names_in(os.path.join(base, folder), ".toml"):
            parts += [f"{folder}/{name}", bytes_of(os.path.join(base, folder, name))]
    return hash_of(parts)


def display_names(kb_root: Place, regulations: Sequence[str] = ()) -> dict[str, str]:
    """Return the name to show for each key: of the offices, and of the units that are known."""
    return dict(_display_names(os.fspath(kb_root), tuple(regulations)))


@of_kb
def _display_names(kb_root: str, regulations: tuple[str, ...]) -> dict[str, str]:
    named = {name.key: name.display for name in _gazetteer(kb_root, regulations).names}
    made_of = _made_of(kb_root)
    own = stored("office_names", dict[str, str], made_of, lambda: _office_names(kb_root))
    return own | named


@of_kb
def spelt(regulation: str) -> Mapping[str, str]:
    """The name to show for each name under a regulation, by every spelling in small letters."""
    shown = _display_names(kb_folder(), (regulation,))
    known = _gazetteer(kb_folder(), (regulation,)).names
    return {name.name.casefold(): shown[name.key] for name in reversed(known)}


# what is kept needs nothing of all that it was made of


def _kinds(base: str) -> Kinds:
    from pathlib import Path

    from patuh.knowledge.called.gazetteers import make_kinds

    return make_kinds(Path(base))


def _make(base: str, regulations: tuple[str, ...], places: tuple[str, ...]) -> Gazetteer:
    from pathlib import Path

    from patuh.knowledge.called.gazetteers import make_gazetteer

    return make_gazetteer(Path(base), regulations, places)


def _office_names(base: str) -> dict[str, str]:
    from pathlib import Path

    from patuh.knowledge.offices import offices

    return {key: office.name for key, office in offices(Path(base)).items()}
