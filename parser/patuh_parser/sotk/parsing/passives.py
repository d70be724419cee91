"""The active verb of a passive one."""

from patuh_parser.sotk.vocabulary import tables

_PREFIXES = (("me", 0), ("mem", 0), ("men", 0), ("meng", 0), ("menge", 0),
             ("mem", 1), ("men", 1), ("meny", 1), ("meng", 1))  # fmt: skip
"""What stands for `di`, and how many letters of the stem fall away."""


def active(verb: str) -> str | None:
    """Return the known active verb (of `ditetapkan`: `menetapkan`), None if there is none."""
    if not verb.startswith("di"):
        return None
    known = tables().known_verbs
    stem = verb.removeprefix("di")
    for prefix, lost in _PREFIXES:
        if prefix + stem[lost:] in known:
            return prefix + stem[lost:]
    return None
