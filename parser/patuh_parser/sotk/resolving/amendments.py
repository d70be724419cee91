"""Alterations to the amendments of the model."""

from collections.abc import Iterable

from patuh_parser.sotk import model as m
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.parsing.syntax import Alteration
from patuh_parser.sotk.resolving.units import Units

_SEVERAL = {"gabung": "units", "pecah": "result"}
"""Of what a sentence must name more than one."""


def amendments_of(
    changes: Iterable[Alteration], units: Units, errors: Diagnostics
) -> tuple[m.Amendment, ...]:
    """Return the amendments, numbered in the order of the text."""
    found: list[m.Amendment] = []
    for change in changes:
        old = tuple(dict.fromkeys(units.resolve(mention) for mention in change.units))
        new = tuple(dict.fromkeys(units.resolve(mention) for mention in change.result))
        to = units.resolve(change.to) if change.to is not None else None
        several = _SEVERAL.get(change.form)
        if several is not None and len(old if several == "units" else new) < 2:
            errors.add("E602", change.span)
        found.append(m.Amendment(len(found) + 1, change.form, old, new, to, change.span))
    return tuple(found)
