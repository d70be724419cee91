"""The names that a proposal may use: tables of kb/names, and the lists of the regulations."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import astuple

from patuh.knowledge.programs import hash_of_programs, norms, vocabulary
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root as root_in_use
from patuh.knowledge.root import of_kb
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.lexing.gazetteer import Sorts as Kinds
from patuh_parser.stored import code_of, hash_of, stored

_CODE = (
    __file__,
    *(
        str(Path(__file__).parent / f"{name}.py")
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
def kinds(root: Path | None = None) -> Kinds:
    """What a reader of proposals has to know of the sorts."""
    base = root or root_in_use()
    return stored("sorts", Kinds, _made_of(base), lambda: _kinds(base))


def gazetteer(kb_root: Path, regulations: Sequence[str]) -> Gazetteer:
    """Return the names that hold under the given regulations (ids such as "kutim_41_2023").

    General names come first to hand for every region; a list in a regulation adds its entries
    and settles their sorts. Raises OSError or ValueError if a table is missing or not well formed.
    """
    return _gazetteer(kb_root, tuple(regulations))


def known_under(laws: Sequence[Regulation]) -> Gazetteer:
    """The names that hold for a proposal under these regulations, in their region."""
    first = laws[0] if laws and laws[0].nationwide else None
    places = (first.region, *first.region_aliases) if first else ()
    return _gazetteer(root_in_use(), tuple(law.id for law in laws), places)


def alike(one: Gazetteer, other: Gazetteer) -> bool:
    """Whether a proposal reads the same with either."""
    return one is other or astuple(one) == astuple(other)


@of_kb
def _gazetteer(
    kb_root: Path, regulations: tuple[str, ...], places: tuple[str, ...] = ()
) -> Gazetteer:
    made_of = [*_made_of(kb_root, regulations), *regulations, *places]
    return stored("names", Gazetteer, made_of, lambda: _make(kb_root, regulations, places))


def _made_of(base: Path, regulations: tuple[str, ...] = ()) -> Iterator[str]:
    """All that names and sorts are made of."""
    yield _general(base)
    for regulation in regulations:
        yield hash_of_programs(norms(regulation, base))


@of_kb
def _general(base: Path) -> str:
    """A hash of what they are made of under every regulation."""
    parts: list[str | bytes] = [
        code_of(*_CODE),
        hash_of_programs(vocabulary(base)),
    ]
    tables = ("names/*.toml", "regions/*.toml", "regulations/*/*.toml")
    for file in sorted(file for folder in tables for file in base.glob(folder)):
        parts += [str(file.relative_to(base)), file.read_bytes()]
    return hash_of(parts)


def display_names(kb_root: Path, regulations: Sequence[str] = ()) -> dict[str, str]:
    """Return the name to show for each key: of the offices, and of the units that are known."""
    return dict(_display_names(kb_root, tuple(regulations)))


@of_kb
def _display_names(kb_root: Path, regulations: tuple[str, ...]) -> dict[str, str]:
    named = {name.key: name.display for name in _gazetteer(kb_root, regulations).names}
    made_of = _made_of(kb_root)
    own = stored("office_names", dict[str, str], made_of, lambda: _office_names(kb_root))
    return own | named


@of_kb
def spelt(regulation: str) -> Mapping[str, str]:
    """The name to show for each name under a regulation, by every spelling in small letters."""
    shown = _display_names(root_in_use(), (regulation,))
    known = _gazetteer(root_in_use(), (regulation,)).names
    return {name.name.casefold(): shown[name.key] for name in reversed(known)}


# what is kept needs nothing of all that it was made of


def _kinds(base: Path) -> Kinds:
    from patuh.knowledge.called.gazetteers import make_kinds

    return make_kinds(base)


def _make(base: Path, regulations: tuple[str, ...], places: tuple[str, ...]) -> Gazetteer:
    from patuh.knowledge.called.gazetteers import make_gazetteer

    return make_gazetteer(base, regulations, places)


def _office_names(base: Path) -> dict[str, str]:
    from patuh.knowledge.offices import offices

    return {key: office.name for key, office in offices(base).items()}
