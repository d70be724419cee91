"""Both sides of every number: as many units as the law allows, and one more.

The numbers are those of `oracle/m.py`, which reads the law by itself. All are checked in one pass.
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

import pytest
from oracle import m
from together import results

from patuh.finding import Result

HEAD = "USULAN  : Uji\nDAERAH  : Kabupaten Bone\nLINGKUP : sebagian\n\nSTRUKTUR\n\n"
NAMES = ("Melati", "Mawar", "Kenanga", "Cempaka", "Anggrek", "Dahlia", "Seruni", "Teratai")

pytestmark = pytest.mark.xdist_group("limits")
"""In one process, that keeps what the proposals bring."""


class Limit(NamedTuple):
    """At most so many units by this provision, `allowed` more on a condition."""

    law: str
    most: int
    allowed: int
    first: list[str]
    """What a proposal says before it names them."""
    units: Callable[[int], list[str]]

    @property
    def counts(self) -> list[int]:
        """Those that are tried."""
        most = self.most + self.allowed
        return [self.most, *([most] if self.allowed else []), most + 1]


def typed(agency: str, kind: str) -> list[str]:
    word = "Kelas" if agency in (m.UPT, m.UPTB, m.RSUD, m.RSK) else "Tipe"
    homes = {m.UPT: m.DINAS, m.UPTB: m.BADAN, m.RSUD: m.DINAS, m.RSK: m.DINAS}
    home = f" pada {homes[agency]}" if agency in homes else ""
    return [f"{agency} {word} {kind}{home}" if kind else agency]


def units(agency: str, holder: str, called: str, count: int) -> list[str]:
    place = f"{holder} pada {agency}" if holder else agency
    first = [f"{holder} pada {agency}"] if holder else []
    return [*first, *(f"{called} {name} pada {place}" for name in NAMES[:count])]


def of_setda(called: str, count: int) -> list[str]:
    if called == "Asisten":
        return [f"Asisten Bidang {name}" for name in NAMES[:count]]
    if called == "Bagian":
        return [f"Bagian {name} pada Asisten Administrasi Umum" for name in NAMES[:count]]
    return [
        "Bagian Hukum pada Asisten Administrasi Umum",
        *(f"Subbagian {name} pada Bagian Hukum" for name in NAMES[:count]),
    ]


def limits() -> Iterator[Limit]:
    """In an agency, in the parts of a hospital, in the Sekretariat Daerah; one Sekretariat."""
    for law, agency, kind, holder, called, most in m.LIMITS:
        allowed = m.ON_CONDITION.get((law, called), 0)
        more = partial(units, agency, holder, called)
        yield Limit(law, most, allowed, typed(agency, kind), more)
    for law, agency, kind, within, most in m.DEEPER:
        called = {"Bagian": "Subbagian", "Bidang": "Seksi"}[within]
        more = partial(units, agency, f"{within} Umum pada {m.WADIR}", called)
        yield Limit(law, most, 0, [*typed(agency, kind), f"{m.WADIR} pada {agency}"], more)
    for law, kind, called, most in m.SETDA_LIMITS:
        allowed = m.ON_CONDITION.get((law, called), 0)
        yield Limit(
            law, most, allowed, [f"Sekretariat Daerah Tipe {kind}"], partial(of_setda, called)
        )
    law, most = m.STAF_AHLI
    yield Limit(
        law, most, 0, [], lambda count: [f"Staf Ahli Bidang {name}" for name in NAMES[:count]]
    )
    for law, agency, kind in m.ONE_SECRETARIAT:
        more = [f"{name} pada {agency}" for name in ("Sekretariat", "Sekretariat Melati")]
        yield Limit(law, 1, 0, typed(agency, kind), lambda count, more=more: more[:count])


LIMITS = list(limits())


def source(limit: Limit, count: int) -> str:
    lines = [*limit.first, *limit.units(count)]
    return HEAD + "".join(f"{line}.\n" for line in lines)


@cache
def every() -> dict[str, Result]:
    """The result of each proposal."""
    texts = [source(limit, count) for limit in LIMITS for count in limit.counts]
    return dict(zip(texts, results(texts), strict=True))


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: f"{limit.law}: {limit.most}")
def test_as_many_as_the_law_allows_and_one_more(limit: Limit) -> None:
    """Of the findings of this family; what others say of the units is not asked here."""

    def given(count: int) -> list[tuple[str, str, tuple[str, ...]]]:
        return [
            (one.level.name, one.check, tuple(cited.label for cited in one.citations))
            for one in every()[source(limit, count)].findings
            if one.check in ("M1", "M2")
        ]

    assert given(limit.most) == []
    if limit.allowed:
        [(level, name, cited)] = given(limit.most + limit.allowed)
        assert (level, name) == ("peringatan", "M1")
        assert limit.law in cited
    assert given(limit.counts[-1]) == [("pelanggaran", "M1", (limit.law,))]
