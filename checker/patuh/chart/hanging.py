"""What hangs below what: no unit below itself, and none deeper than can be drawn."""

from collections.abc import Mapping

DEEPEST = 5
"""Levels below the head of a card; what lies deeper hangs beside what it lies in."""


def hung(wanted: Mapping[str, str]) -> dict[str, str]:
    """The units with those above them, where `wanted` would go in circles or too deep otherwise.

    Of a circle one unit hangs below none.
    """
    found: dict[str, str] = {}
    depths: dict[str, int] = {}
    holders: dict[str, str] = {}
    """The unit itself if more may hang below it, else the nearest above it that may hold more."""
    for start in wanted:
        path: list[str] = []
        on: set[str] = set()
        at = start
        while at in wanted and at not in depths and at not in on:
            path.append(at)
            on.add(at)
            at = wanted[at]
        for key in reversed(path):
            parent = wanted[key]
            if parent in on and parent not in depths:
                depths[key], holders[key] = 0, key
                continue
            found[key] = holders.get(parent, parent)
            depths[key] = depths.get(found[key], 0) + 1
            holders[key] = key if depths[key] < DEEPEST else found[key]
    return found
