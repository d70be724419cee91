"""Reports: made once for an input, as long as nothing else was asked for meanwhile."""

from functools import lru_cache

import patuh
from patuh.web.asked import Asked

_KEPT = 4


def report_of(asked: Asked, proofs: bool = True) -> patuh.Report:
    """The report on an input; `proofs` and what it raises as of `patuh.check`."""
    return _report(asked, proofs)  # the cache tells apart how its arguments are given


@lru_cache(_KEPT)
def _report(asked: Asked, proofs: bool) -> patuh.Report:
    base, base_name = asked.base or (None, None)
    return patuh.check(
        asked.data,
        name=asked.name,
        kind=asked.kind,
        lang=asked.lang,
        region=asked.region,
        sheet=asked.sheet,
        base=base,
        base_name=base_name,
        proofs=proofs,
    )
