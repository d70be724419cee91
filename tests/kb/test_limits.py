"""Both sides of every number: as many units as the law allows, and one more.

The numbers are those of `oracle/m.py`, which reads the law by itself.
"""

import pytest
from oracle import m

from patuh.checking import check
from patuh.finding import Finding, Result

HEAD = "USULAN  : Uji\nDAERAH  : {region}\nLINGKUP : sebagian\n\nSTRUKTUR\n\n"
NAMES = ("Melati", "Mawar", "Kenanga", "Cempaka", "Anggrek", "Dahlia", "Seruni", "Teratai")


def checked(*lines: str, region: str = "Kabupaten Bone") -> Result:
    source = HEAD.format(region=region) + "".join(f"{line}.\n" for line in lines)
    return check(source.encode(), "usulan.sotk")


def of_limits(result: Result) -> list[Finding]:
    """The findings of the family; what others say of the units is not asked here."""
    return [one for one in result.findings if one.check in ("M1", "M2")]


def told(result: Result) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (one.level.name, one.check, tuple(c.label for c in one.citations))
        for one in of_limits(result)
    ]


def typed(agency: str, kind: str) -> list[str]:
    word = "Kelas" if agency in (m.UPT, m.UPTB, m.RSUD, m.RSK) else "Tipe"
    homes = {m.UPT: m.DINAS, m.UPTB: m.BADAN, m.RSUD: m.DINAS, m.RSK: m.DINAS}
    home = f" pada {homes[agency]}" if agency in homes else ""
    return [f"{agency} {word} {kind}{home}"]


def units(agency: str, holder: str, called: str, count: int) -> list[str]:
    place = f"{holder} pada {agency}" if holder else agency
    first = [f"{holder} pada {agency}"] if holder else []
    return [*first, *(f"{called} {name} pada {place}" for name in NAMES[:count])]


@pytest.mark.parametrize(("law", "agency", "kind", "holder", "called", "most"), m.LIMITS)
def test_as_many_as_the_law_allows(
    law: str, agency: str, kind: str, holder: str, called: str, most: int
) -> None:
    def given(count: int) -> list[tuple[str, str, tuple[str, ...]]]:
        lines = [*typed(agency, kind), *units(agency, holder, called, count)]
        return told(checked(*lines))

    assert given(most) == []
    allowed = m.ON_CONDITION.get((law, called), 0)
    if allowed:
        [(level, name, cited)] = given(most + allowed)
        assert (level, name) == ("peringatan", "M1")
        assert law in cited
    assert given(most + allowed + 1) == [("pelanggaran", "M1", (law,))]


@pytest.mark.parametrize(("law", "agency", "kind", "within", "most"), m.DEEPER)
def test_in_the_parts_of_a_hospital(
    law: str, agency: str, kind: str, within: str, most: int
) -> None:
    called = {"Bagian": "Subbagian", "Bidang": "Seksi"}[within]
    holder = f"{within} Umum pada {m.WADIR}"
    lines = [*typed(agency, kind), f"{m.WADIR} pada {agency}"]

    def given(count: int) -> list[tuple[str, str, tuple[str, ...]]]:
        return told(checked(*lines, *units(agency, holder, called, count)))

    assert given(most) == []
    assert given(most + 1) == [("pelanggaran", "M1", (law,))]


def of_setda(called: str, count: int) -> list[str]:
    if called == "Asisten":
        return [f"Asisten Bidang {name}" for name in NAMES[:count]]
    if called == "Bagian":
        return [f"Bagian {name} pada Asisten Administrasi Umum" for name in NAMES[:count]]
    return [
        "Bagian Hukum pada Asisten Administrasi Umum",
        *(f"Subbagian {name} pada Bagian Hukum" for name in NAMES[:count]),
    ]


@pytest.mark.parametrize(("law", "kind", "called", "most"), m.SETDA_LIMITS)
def test_of_the_sekretariat_daerah(law: str, kind: str, called: str, most: int) -> None:
    def given(count: int) -> list[tuple[str, str, tuple[str, ...]]]:
        return told(checked(f"Sekretariat Daerah Tipe {kind}", *of_setda(called, count)))

    assert given(most) == []
    allowed = m.ON_CONDITION.get((law, called), 0)
    if allowed:
        [(level, name, cited)] = given(most + allowed)
        assert (level, name) == ("peringatan", "M1")
        assert law in cited
    assert given(most + allowed + 1) == [("pelanggaran", "M1", (law,))]


@pytest.mark.parametrize(("law", "agency", "kind"), m.ONE_SECRETARIAT)
def test_one_sekretariat(law: str, agency: str, kind: str) -> None:
    lines = [*typed(agency, kind), f"Sekretariat pada {agency}"]
    assert told(checked(*lines)) == []
    second = [*lines, f"Sekretariat Melati pada {agency}"]
    assert told(checked(*second)) == [("pelanggaran", "M1", (law,))]
