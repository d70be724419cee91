"""Several texts in one."""

from collections.abc import Iterable


def enumerated(texts: Iterable[str], joint: str = " dan ") -> str:
    """Return `A`, `A dan B` or `A, B dan C`, the last one behind `joint`."""
    *others, last = list(texts) or [""]
    return joint.join([", ".join(others), last] if others else [last])
