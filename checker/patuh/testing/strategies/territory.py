"""Whose proposals are drawn under a regulation."""

from msgspec.structs import replace

from patuh.knowledge.regulations import Regulation, applicable, national, regulation
from patuh.knowledge.territory.regions import regions


def identity(regulation_id: str) -> Regulation:
    """The regulation; a national one with the first region that has none of its own here.

    Raises `KeyError` if there is none of this id.
    """
    law = regulation(regulation_id)
    if law not in national():
        return law
    free = (r.name for r in regions().values() if r.autonomous and not applicable(r.name))
    return replace(law, region=next(free))
