"""N: names and the list of Pasal 18 ayat (1) huruf d (Kutai Timur only)."""

from oracle.agencies import Agencies, m8
from oracle.v import v1
from oracle.view import SETDA, B, C, Classification, Found, View, W, roster

LOCAL = ("pelaksana", "penunjang")
NATIONAL = {
    ("inspektorat", "pengawas"), ("sekretariat_dprd", "staf"), ("sekretariat_dprd", "pendukung"),
}  # fmt: skip
"""What PP 18/2016 calls units of a sort."""


def n1(v: View) -> set[Found]:
    """An agency or Bagian, not Setda, not a Kecamatan, that neither stands in the list nor
    comes from another unit by a declared change."""
    new = {change.new for change in v.changes}
    told_by_national_law = {u for _, _, u in m8(Agencies(v.proposal))}
    return {
        (W, "N1", u)
        for u in v.units
        if (v.is_pd(u) or v.sort[u] == "bagian")
        and u != SETDA
        and v.sort[u] != "kecamatan"
        and u not in roster()
        and u not in new
        and u not in v.proposal.formed
        and u not in told_by_national_law
    }


def n2(v: View) -> set[Found]:
    """LINGKUP lengkap, and a listed Bagian or agency is neither there nor changed away; as an
    outside body it is not there."""
    if not v.complete:
        return set()
    changed = v.abolished | {change.old for change in v.changes}
    there = {u for u in v.sort if not v.is_outside(u)}
    return {
        (B, "N2", name)
        for name, (_, group) in roster().items()
        if group in ("bagian", "pelaksana", "penunjang")
        and name not in there
        and name not in changed
    }


def n3(v: View) -> set[Found]:
    """A unit made from a listed one: the list must be amended (C); its declared Asisten is
    that of none of its origins (W)."""
    found: set[Found] = set()
    for change in v.changes:
        if change.old in roster():
            found.add((C, "N3", change.new))
            inherited = v.listed_asisten(change.new)
            if (
                change.new not in roster()
                and v.declared_asisten(change.new, firmly=False) - inherited
            ):
                found.add((W, "N3", change.new))
    return found


def n4(v: View) -> set[Found]:
    """A merger of agencies under different Asisten, and no Asisten is named. Who guides a Bagian is
    A8's question: Pasal 18 ayat (5) speaks of agencies."""
    found: set[Found] = set()
    for new in {change.new for change in v.changes if change.kind == "gabung"}:
        origins = [c.old for c in v.changes if c.kind == "gabung" and c.new == new]
        agencies = [old for old in origins if v.is_pd(old)]
        asisten = {a for old in agencies for a in v.listed_asisten(old)}
        if len(asisten) > 1 and new not in roster() and not v.declared_asisten(new):
            found.add((B, "N4", new))
    return found


def n5(v: View) -> set[Found]:
    """A listed unit is called another class than its heading in the list, which is not that of
    national law either; V1 says it of an outside
    agency that is called a local one."""
    local = {unit for _, _, unit in v1(v)}
    classes = {"pelaksana", "penunjang", "pengawas", "staf", "pendukung", "kewilayahan"}
    classes |= {"vertikal", "lainnya", "bagian"}
    return {
        (C, "N5", c.unit)
        for c in v.all(Classification)
        if c.unsur in classes
        and (v.sort[c.unit], c.unsur) not in NATIONAL
        and c.unit in roster()
        and roster()[c.unit][1] != c.unsur
        and c.unit not in local
    }


CHECKS = {"kutim": (n1, n2, n3, n4, n5), "paser": ()}
