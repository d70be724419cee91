"""What a sentence or a step weakens or denies, and of what kind the norm is that says it (T6).

A denial counts only with the subject, verb, object and way of the norm: who denies a line that
is none of the law's says what the law says.
"""

from collections.abc import Iterator

from oracle.view import (
    ALL_ASISTEN,
    ANY_ASISTEN,
    BUPATI,
    DPRD,
    FORUM,
    SEKDA_SETDA,
    WITHIN,
    C,
    Edge,
    P,
    View,
    W,
    past_sekda,
)
from patuh_parser.sotk.forms import BOUND_ASISTEN
from patuh_parser.sotk.model import Head, Line, Step

DUTY, FACT, POWER, ADVICE, LEAVE, READING = "duty", "fact", "power", "advice", "leave", "reading"
BOUND = (ANY_ASISTEN, BOUND_ASISTEN)
FORBIDS = ("tidak_dapat", "dilarang")


def manner(said: Line | Step | Head) -> str | None:
    """How a sentence weakens or denies: `dapat`, `tidak`, `tidak_wajib`, …; None if it does not."""
    if said.modality == "dapat":
        return "dapat"
    return (said.modality or "tidak") if said.negated else None


def level(kinds: set[str], how: str | None, *, in_flow: bool) -> str | None:
    """The level of a finding on norms of these kinds, the gravest of them."""
    found = {_level(kind, how, in_flow) for kind in kinds}
    return P if P in found else W if W in found else None


def _level(kind: str, how: str | None, in_flow: bool) -> str | None:
    if how == "dapat":
        return P if kind == DUTY else W if kind == FACT and not in_flow else None
    if kind in (DUTY, FACT):
        return P
    if kind == POWER:
        return P if how in FORBIDS else W if how == "tidak" else None
    if kind == LEAVE:
        return W if how in FORBIDS else None
    return W


def line_level(v: View, e: Edge) -> str | None:
    """The level of a weakened or denied line; on a hospital a mere note, on what is gone none."""
    if {e.x, e.y} & set(v.gone):
        return None
    found = level(set(line_kinds(v, e)), manner(e.line), in_flow=False)
    hospital = "rumah_sakit_umum_daerah" in (v.sort.get(e.x), v.sort.get(e.y))
    return C if found and hospital else found


def line_kinds(v: View, e: Edge) -> Iterator[str]:
    """The kinds of the norms whose line it is."""
    match e.kind:
        case "bertanggung_jawab":
            yield from _answering(v, e)
        case "mengoordinasikan" | "mengoordinasikan_administratif":
            yield from _coordinating(v, e)
        case "membina":
            yield from _guiding(v, e)
        case "membawahi":
            yield from commanding(v, e.x, e.y)
        case "berhubungan_kerja":
            yield from _working(v, e)


def _answering(v: View, e: Edge) -> Iterator[str]:
    x, y, line = e.x, e.y, e.line
    if v.sort.get(x) == "sekretariat_dprd" and y == DPRD and line.nature != "administratif":
        yield FACT
    if past_sekda(line) or line.nature == "teknis" or not all(_station(v, x, z) for z in e.via):
        return
    if y == BUPATI:
        if v.is_pd(x):
            yield DUTY
        if x in SEKDA_SETDA:
            yield FACT
        if v.is_staf_ahli(x):
            yield FACT
        return
    if v.sort.get(x) == "asisten" and y in SEKDA_SETDA:
        yield FACT
    if v.sort.get(x) not in WITHIN or not _superior(v, x, y, manner(line) == "dapat"):
        return
    if v.kutim or v.sort.get(x) == "unit_pelaksana_teknis":
        yield DUTY
    else:
        yield READING


def _station(v: View, x: str, z: str) -> bool:
    """Whether x may go through z."""
    own = v.named(x, ANY_ASISTEN) if v.is_pdx(x) or v.sort.get(x) == "bagian" else set()
    if z in SEKDA_SETDA or z in BOUND or z == ALL_ASISTEN or z in v.inside(x):
        return True
    return v.sort.get(z) == "asisten" and (z in own or not own)


def _superior(v: View, x: str, y: str, weak: bool) -> bool:
    """Whether a unit below an agency answers to y."""
    if v.sort.get(x) == "bagian":
        return y in v.in_parent.get(x, ()) or y in BOUND or y in v.named(x, ANY_ASISTEN)
    if v.paser and v.sort.get(x) == "unit_pelaksana_teknis":
        own = v.homes(x) | v.inside(x)
        return bool(own & ({y} | v.inside(y))) or (not own and v.is_office(y))
    if y in v.in_parent.get(x, ()) or y in v.agencies(x):
        return True
    may_house = v.is_pd(y) or v.sort.get(y) in (*WITHIN, "rumah_sakit_umum_daerah")
    return weak and v.homeless(x) and may_house


def _coordinating(v: View, e: Edge) -> Iterator[str]:
    if e.x in BOUND and v.is_pdx(e.y) and manner(e.line) != "dapat":
        return  # A3
    yield from coordinating(v, e.x, e.y, plain=e.kind == "mengoordinasikan")


def coordinating(v: View, x: str, y: str, *, plain: bool) -> Iterator[str]:
    """The kinds of the norms by which x co-ordinates y, or does so in administration only."""
    if v.is_staf_ahli(y) and x in SEKDA_SETDA:
        yield FACT
    if plain and v.is_pdx(y) and x in SEKDA_SETDA:
        yield FACT if v.kutim else READING
    if (
        plain
        and v.kutim
        and (entry := v.entry(y))
        and entry[1] != "bagian"
        and x in (entry[0], *BOUND)
    ):
        yield FACT
    if plain and v.is_pdx(y) and (x in BOUND or x in v.named(y, ANY_ASISTEN)):
        yield FACT


def _guiding(v: View, e: Edge) -> Iterator[str]:
    yield from guiding(v, e.x, e.y, set(e.line.aspects))


def guiding(v: View, x: str, y: str, aspects: set[str]) -> Iterator[str]:
    """The kinds of the norms by which x guides y in these ways."""
    if (
        v.paser
        and v.sort.get(y) == "unit_pelaksana_teknis"
        and x in _agencies_meant(v, y, x)
        and aspects & {"pembinaan", "pengendalian", "evaluasi"}
    ):
        yield FACT
    if v.kutim and v.sort.get(y) == "bagian" and (x in v.named(y, ANY_ASISTEN) or x in BOUND):
        if aspects & {"pembinaan", "pengarahan", "pengawasan"}:
            yield FACT
        if "instruksi" in aspects:
            yield POWER
    if v.kutim and _own(v, x, y) and aspects & {"pembinaan", "pengawasan"}:
        yield DUTY


def _agencies_meant(v: View, upt: str, named: str) -> set[str]:
    """The agencies that a UPT lies in, or where none is stated one that is named with it."""
    if v.homes(upt) | v.inside(upt) or not v.is_office(named):
        return set(v.agencies(upt))
    return {named}


def _own(v: View, x: str, y: str) -> bool:
    """Whether y is a unit of x itself."""
    if v.sort.get(y) in WITHIN and x in v.in_parent.get(y, ()):
        return True
    return not v.in_parent.get(y) and x in v.agencies(y)


def commanding(v: View, x: str, y: str) -> Iterator[str]:
    """The kinds of the norms by which x may command y."""
    sort = v.sort.get(y)
    if x == BUPATI and v.is_pd(y):
        yield POWER if v.paser else READING
    if x in SEKDA_SETDA and v.paser and (v.is_pdx(y) or sort in ("asisten", "bagian")):
        yield READING
    if x in SEKDA_SETDA and v.kutim and sort == "asisten":
        yield READING
    if x in SEKDA_SETDA and v.kutim and sort == "bagian":
        yield POWER
    if sort == "bagian" and x in v.named(y, ANY_ASISTEN):
        yield POWER if v.kutim else READING
    if _own(v, x, y):
        yield POWER if v.kutim else READING


def _working(v: View, e: Edge) -> Iterator[str]:
    x, y, line = e.x, e.y, e.line
    if e.via:
        vertical = v.sort.get(y) == "vertikal" and v.is_internal(x)
        if v.kutim and vertical and FORUM in e.via:
            of_all = line.group == "perangkat_daerah" and y == "setiap_instansi_vertikal"
            yield FACT if of_all and manner(line) != "dapat" else READING
        return
    pattern, weak = line.pattern, manner(line) == "dapat"
    if pattern == "konsultatif" and v.is_internal(x) and v.is_internal(y):
        yield LEAVE
    if v.kutim:
        return
    whole = weak or not (line.subpattern or line.sectoral_term)
    agencies = v.is_pdx(x) and v.is_pdx(y) and x != y
    for one, other in ((x, y), (y, x)):
        if whole and (one, other) == (BUPATI, DPRD) and pattern in ("kolegial", "konsultatif"):
            yield FACT
        if whole and one == BUPATI and v.is_pd(other) and pattern in ("struktural", "koordinatif"):
            yield FACT
        if whole and one in SEKDA_SETDA and v.is_pdx(other):
            if pattern in ("struktural", "koordinatif"):
                yield FACT
            if pattern == "koordinatif":
                yield DUTY
        if (
            whole
            and v.is_office(one)
            and v.sort.get(other) == "unit_pelaksana_teknis"
            and one in _agencies_meant(v, other, one)
            and pattern in ("struktural", "koordinatif")
        ):
            yield FACT
    if agencies and whole and pattern == "koordinatif":
        yield DUTY
    if agencies:
        for kin in v.kin(x, y):
            nature = "fungsional" if kin else "instansional"
            subs = {nature, "multisektoral"} if nature == "instansional" else {nature}
            if pattern == nature or (pattern == "koordinatif" and line.subpattern in subs):
                yield DUTY
