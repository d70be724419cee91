"""Which values the comparisons of a rule leave to its variables."""

from operator import ge, gt, le, lt

Values = frozenset[str] | None
"""What may stand in a place; None: anything."""

SIGNS = "[<>]=?|!?="
_MIRRORED = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_ORDERS = {"<": lt, ">": gt, "<=": le, ">=": ge}
_FEW = 16
"""So many values on both sides; of more some nearly always fit."""


def compare(left: int | Values, sign: str, right: int | Values, bound: list[Values]) -> bool:
    """Whether a comparison can hold; its variables are bound to the values for which it can."""
    return _fits(left, sign, right, bound) and _fits(right, _MIRRORED[sign], left, bound)


def _fits(side: int | Values, sign: str, other: int | Values, bound: list[Values]) -> bool:
    """Whether a side has a value for some value of the other; its variable is bound to those."""
    may, against = (bound[one] if isinstance(one, int) else one for one in (side, other))
    if may is None or against is None or len(may) + len(against) > _FEW:
        return True
    left = _left(may, sign, against)
    if isinstance(side, int):
        bound[side] = left
    return bool(left)


def _left(may: frozenset[str], sign: str, against: frozenset[str]) -> frozenset[str]:
    """Those values that compare so with another; all of them unless these are alike or numbers."""
    if sign == "=":
        return may & against
    if sign == "!=":
        return may - against if len(against) == 1 else may
    try:
        ends = (min if ">" in sign else max)(map(int, against))
        numbers = {one: int(one) for one in may}
    except ValueError:
        return may
    fits = _ORDERS[sign]
    return frozenset(one for one, number in numbers.items() if fits(number, ends))
