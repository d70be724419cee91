"""All checks of one regulation: what a proposal must be told."""

from collections.abc import Callable, Collection

from oracle import a, d, h, i, k, l, n, p, r, s, t, u, v, x
from oracle.view import Found, P, View
from patuh_parser.sotk.model import Proposal

FAMILIES = (n, h, a, s, p, u, v, l, d, i, k, r, t, x)
LATER = ("h7", "a8", "a4", "a7", "u2", "u3", "v3", "p4", "i1", "i2", "h1", "h3", "h4")
"""Checks that leave out lines which another check already finds against the regulation, in the
order in which they need each other."""
NATIONAL = ("d9", "i4", "s2", "s3", "t6", "u1", "v4", "v5")
"""What national law says where a regulation is silent."""


def reads(regulation: str, check: str, own: Collection[str]) -> bool:
    """Whether it is read here what this check finds under a regulation: of national law some."""
    return regulation in own or check.lower() in NATIONAL


def _turn(check: Callable[..., object]) -> int:
    return LATER.index(check.__name__) if check.__name__ in LATER else -1


def findings(proposal: Proposal, regulation: str) -> set[Found]:
    """The findings (level, check, subject) of a proposal under a regulation, by this reading."""
    view = View(proposal, regulation)
    name = "kutim" if view.kutim else "paser"
    checks = [*d.NATIONAL, *(check for family in FAMILIES for check in family.CHECKS[name])]
    found: set[Found] = set()
    for check in sorted(checks, key=_turn):
        for hit in check(view):
            if isinstance(hit[0], tuple):
                finding, edge = hit
                found.add(finding)
                if edge is not None:
                    view.faulty.add(edge)
                    if finding[0] == P:
                        view.wrong.add(edge)
            else:
                found.add(hit)
    return found
