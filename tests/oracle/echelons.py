"""PP 18/2016 Pasal 95 jo. PP 72/2019 on echelons, a second time: M11."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from oracle.view import ALL_STAF_AHLI, SEKDA, SETDA, Found, P
from patuh_parser.sotk.model import Rank

if TYPE_CHECKING:
    from oracle.agencies import Agencies

SECOND = {
    "sekretariat_dprd", "inspektorat", "asisten", "dinas", "satuan_polisi_pamong_praja", "badan",
    "staf_ahli",
}  # fmt: skip
"""Ayat (2): whose heads are of II.b, hospitals aside."""
GENERAL = {"A": "II.b", "B": "II.b", "C": "III.a", "D": "III.b"}
SPECIAL = {"A": "II.b", "B": "III.a"}
UPT = {"A": "IV.a", "B": "IV.b"}
FUNCTIONAL = (
    "Puskesmas", "SD Negeri", "SMP Negeri", "TK Negeri", "Satuan Pendidikan",
    "Sanggar Kegiatan Belajar",
)  # fmt: skip
"""Ayat (7) and (9): headed by functional officials."""
OFFICES = {"sekretariat_daerah", "sekretariat_dprd", "inspektorat", "dinas", "badan"}
DINAS_BADAN = {"dinas", "badan"}


def by_type(kind: str, table: dict[str, str]) -> set[str]:
    """The echelons of a type, of every one where none is stated."""
    return {table[kind]} if kind in table else set() if kind else set(table.values())


def homes(view: "Agencies", u: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """The agencies, UPT and so on that a part lies in, the nearest."""
    if view.sort[u] == "bagian":
        return {SETDA}
    holders = view.in_parent.get(u) or {h for h in view.units if u in view.under(h)}
    found: set[str] = set()
    for one in set(holders) - seen - {u}:
        part = view.sort.get(one) in ("subunit", "bagian")
        found |= homes(view, one, seen | {u}) if part else {one}
    return found


def of_head(view: "Agencies", u: str) -> set[str]:
    """The echelons that the head of an agency, a UPT or a hospital may have, or an officer."""
    sort, kind = view.sort[u], view.type.get(u, "")
    if u in (SEKDA, SETDA):
        return {"II.a"}
    if view.free(u):
        return set()
    if sort in SECOND or u == ALL_STAF_AHLI:
        return {"II.b"}
    if sort == "rumah_sakit_umum_daerah":
        return by_type(kind, SPECIAL if "Khusus" in view.name[u] else GENERAL)
    if sort == "unit_pelaksana_teknis":
        return by_type(kind, UPT)
    return {"kecamatan": {"III.a"}, "kelurahan": {"IV.a"}}.get(sort, set())


def of_part(view: "Agencies", u: str, home: str) -> set[str]:
    """The echelons that the head of a part may have."""
    called = view.name[u].replace("Inspektur Pembantu", "Irban").split()[0]
    called = "Wadir" if view.name[u].startswith("Wakil Direktur") else called
    sort = view.sort.get(home, "")
    sort = "sekretariat_daerah" if home == SETDA or sort == "asisten" else sort
    sort = "dinas" if sort == "satuan_polisi_pamong_praja" else sort
    kind, free = view.type.get(home, ""), home in view.name and view.free(home)
    hospital = "RSK" if "Khusus" in view.name.get(home, "") else "RSU"
    if free:
        return set()
    if sort == "rumah_sakit_umum_daerah":
        if called in ("Subbagian", "Seksi"):
            return {"IV.a"}
        large = {"RSU": ("", "A", "B"), "RSK": ("", "A")}[hospital]
        if called == "Wadir":
            return {"III.a"} if kind in large else set()
        held = {"RSU": ("", "A", "B", "C"), "RSK": ("", "A", "B")}[hospital]
        return {"III.b"} if called in ("Bagian", "Bidang") and kind in held else set()
    if sort == "kecamatan" and called == "Sekretariat":
        return by_type(kind, {"A": "III.b", "B": "IV.a"})
    if sort == "unit_pelaksana_teknis":
        return {"IV.b"} if called == "Subbagian" and kind in ("", "A") else set()
    table = {
        "Sekretariat": ({"inspektorat", *DINAS_BADAN}, "III.a"),
        "Irban": ({"inspektorat"}, "III.a"),
        "Bagian": ({"sekretariat_daerah", "sekretariat_dprd"}, "III.a"),
        "Bidang": (DINAS_BADAN, "III.b"),
        "Subbagian": (OFFICES, "IV.a"),
        "Seksi": ({*DINAS_BADAN, "kecamatan"}, "IV.a"),
    }
    lower = {"Sekretariat": "kelurahan", "Seksi": "kelurahan", "Subbagian": "kecamatan"}
    if lower.get(called) == sort:
        return {"IV.b"}
    where, echelon = table.get(called, (set(), ""))
    return {echelon} if sort in where else set()


def m11(view: "Agencies") -> Iterator[Found]:
    """The head of a unit is said to be of an echelon that the article does not give the post."""
    for one in view.proposal.statements:
        if not isinstance(one, Rank) or one.unit not in view.units:
            continue
        said = re.match(r"(I{1,3}|IV)[. /]?([a-e])(?!.*\b(?:I{1,3}|IV)\b)", one.rank)
        if said is None:
            continue
        u, echelon = one.unit, f"{said[1]}.{said[2]}"
        held = view.sort[u] == "unit_pelaksana_teknis"
        called = held and any(word in view.name[u] for word in FUNCTIONAL)
        if called or view.name[u] in FUNCTIONAL:
            yield P, "M11", u
            continue
        right = of_head(view, u)
        if view.sort[u] in ("subunit", "bagian"):
            right = {e for home in homes(view, u) for e in of_part(view, u, home)}
        if right and echelon not in right:
            yield P, "M11", u
