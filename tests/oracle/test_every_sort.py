"""What is said of one unit and found is said of units of other sorts, and found of them as well.

The proposals are written by `every_sort.py`. Product and oracle agree on them by each reading the
law; the number of findings is that of the units, so that neither spares a sort.
"""

from oracle.comparing import Derived, derived, sides
from oracle.every_sort import FOLDER

FILES = sorted(FOLDER.glob("*.sotk"))


def test_every_sort_is_found_alike() -> None:
    every = derived([path.read_text(encoding="utf-8") for path in FILES], list(map(str, FILES)))
    differing: list[str] = []
    for path, one in zip(FILES, every, strict=True):
        assert isinstance(one, Derived), path.name
        both = sides(one)
        found = {
            str(atom.arguments[5])
            for atom in one.atoms
            if atom.predicate == "temuan"
            and path.stem == f"{atom.arguments[2]}_{_region(one)}_{atom.arguments[3]}"
        }
        if both is None or both[0] != both[1] or len(found) < 2:
            differing.append(path.name)
    assert differing == []


def _region(one: Derived) -> str:
    return one.laws[0].id.partition("_")[0]
