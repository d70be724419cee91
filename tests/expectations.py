"""The `#!` lines of a proposal: the findings it must give, exactly (docs/tests-as-data.md)."""

from collections import Counter

LEVELS = {"pelanggaran", "belum_lengkap", "peringatan", "catatan"}


def expected(source: str) -> Counter[tuple[str, str, str]]:
    """The multiset of (level, check, subject); raises `ValueError` if the file states none."""
    found: Counter[tuple[str, str, str]] = Counter()
    stated = False
    for line in source.splitlines():
        if not line.startswith("#!"):
            continue
        stated = True
        words = line[2:].strip()
        if words == "bersih":
            continue
        level, check, subject = words.split(" ", 2)
        if level not in LEVELS:
            raise ValueError(f"unknown level in expectation: {line}")
        found[level, check, subject.strip()] += 1
    if not stated:
        raise ValueError("the proposal states no expectation")
    return found
