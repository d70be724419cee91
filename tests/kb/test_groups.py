"""Which affairs may stand together in the name of a Dinas: every pair of the 32, by group.

The groups are those of `oracle/m.py`, which reads the law by itself. All are checked in one pass.
"""

from itertools import combinations

from oracle.m import GROUPS

from patuh.checking import check
from patuh.report.expectations import found

HEAD = "USULAN  : Uji\nDAERAH  : Kabupaten Bone\nLINGKUP : sebagian\n\nSTRUKTUR\n\n"
AFFAIRS = [(affair, at) for at, group in enumerate(GROUPS) for affair in group]


def test_every_pair_of_affairs() -> None:
    assert len(AFFAIRS) == 32
    pairs = {f"Dinas {x} dan {y}": a == b for (x, a), (y, b) in combinations(AFFAIRS, 2)}
    text = HEAD + "".join(f"{name}.\n" for name in pairs)
    told = {subject for _, name, subject in found(check(text.encode(), "u.sotk", proofs=False))
            if name == "M7"}  # fmt: skip
    assert told == {name for name, together in pairs.items() if not together}


def test_every_affair_is_that_of_a_dinas() -> None:
    text = HEAD + "".join(f"Badan {affair}.\n" for affair, _ in AFFAIRS)
    told = found(check(text.encode(), "u.sotk", proofs=False))
    assert {key[2] for key in told if key[1] == "M8"} == {f"Badan {one}" for one, _ in AFFAIRS}
