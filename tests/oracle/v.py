"""V: Instansi Vertikal and Forkopimda (Kutai Timur; who chairs it and sits in it by national law
too)."""

from oracle.s import OTHERS
from oracle.view import (
    ANY_ASISTEN,
    BUPATI,
    FIVE,
    FORUM,
    SEKDA,
    B,
    C,
    Classification,
    Edge,
    Field,
    Found,
    Head,
    Membership,
    P,
    View,
    W,
    roster,
    steps,
    values_of,
)
from patuh_parser.sotk.forms import Secretary

COORDINATING = ("berkoordinasi", "mengoordinasikan")


def v1(v: View) -> set[Found]:
    """A unit that the list has among the outside agencies is declared a local agency."""
    local = ("perangkat_daerah", "pelaksana", "penunjang")
    called = {c.unit for c in v.all(Classification) if c.unsur in local}
    return {
        (P, "V1", u)
        for u in v.units
        if (v.is_pd(u) or u in called) and u in roster() and roster()[u][1] in OTHERS
    }


def v2(v: View) -> list[tuple[Found, Edge]]:
    """A line of command or account, or a structural relation, between an outside agency and an
    internal unit."""
    found: list[tuple[Found, Edge]] = []
    for e in [*v.of("bertanggung_jawab", "berhubungan_kerja"), *v.commands()]:
        if e.kind == "berhubungan_kerja" and e.line.pattern != "struktural":
            continue
        for one, other in ((e.x, e.y), (e.y, e.x)):
            if v.sort.get(one) in OTHERS and v.is_internal(other):
                found.append(((P, "V2", one), e))
    return found


def v3(v: View) -> set[Found]:
    """Co-ordination of an internal unit with an Instansi Vertikal that goes neither through the
    Forkopimda nor through the Asisten of the list. The Staf Ahli has relations of his own (18(1)c);
    that he co-ordinates an outside agency is S4."""
    found: set[Found] = set()
    for e in v.of("mengoordinasikan", "berhubungan_kerja"):
        if e.kind == "berhubungan_kerja" and e.line.pattern not in FIVE - {"struktural"}:
            continue
        for one, other in ((e.x, e.y), (e.y, e.x)):
            if v.sort.get(one) != "vertikal" or not v.is_internal(other) or v.is_staf_ahli(other):
                continue
            if e.kind == "mengoordinasikan" and v.sort.get(other) == "asisten":
                continue  # A10 says it; the name of all includes the one of the list
            if not _channel(v, one, {other, *e.via}):
                found.add((W, "V3", one))
    for w in v.proposal.workflows:
        invited = {
            u for s in steps(w) if s.actor == FORUM and s.act == "mengundang" for u in s.targets
        }
        for s in steps(w):
            if s.act not in COORDINATING or w.kind == "forkopimda" or "forkopimda" in s.means:
                continue
            via = {z.key or ANY_ASISTEN for z in (*s.via, *s.coordinated_by)}
            for target in s.targets:
                for one, other in ((s.actor, target), (target, s.actor)):
                    if v.sort.get(one) != "vertikal" or not v.is_internal(other):
                        continue
                    if one in invited or v.is_staf_ahli(other):
                        continue  # Pasal 17 ayat (4), Pasal 18 ayat (1) huruf c
                    if not _channel(v, one, {other, *via, *s.targets}):
                        found.add((W, "V3", one))
    return found


def _channel(v: View, vertical: str, places: set[str]) -> bool:
    listed = (v.entry(vertical) or (None, None))[0]
    return FORUM in places or listed in places or (listed and ANY_ASISTEN in places) or False


def v4(v: View) -> set[Found]:
    """The Forkopimda is chaired by another than the Bupati, or its secretary is another than the
    Sekda (P); that of a kecamatan is chaired by another than a Camat (P); another leads a meeting
    in its own flow (W), unless it is said of the forum itself, which the Bupati chairs."""
    wrong = chairmen(v) - {BUPATI} or secretaries(v) - {SEKDA}
    found: set[Found] = {(P, "V4", FORUM)} if wrong else set()
    found |= {
        (P, "V4", h.unit)
        for h in v.all(Head)
        if v.sort.get(h.unit) == "forkopimcam" and v.sort.get(h.head) != "kecamatan"
        if h.head != h.unit and not h.negated
    }
    for w in v.proposal.workflows:
        for s in steps(w) if w.kind in ("forkopimda", "ketentuan") else ():
            its = w.kind == "forkopimda" or FORUM in s.targets
            if its and s.act == "memimpin_rapat" and s.actor not in (BUPATI, FORUM):
                found.add((W, "V4", s.actor))
    return found


def chairmen(v: View) -> set[str]:
    """Who is said to chair the Forkopimda, also in the list of its members."""
    heads = {h.head for h in v.all(Head) if h.unit == FORUM and not h.negated}
    return heads | {m.member for m in v.all(Membership) if m.forum == FORUM and m.role == "ketua"}


def secretaries(v: View) -> set[str]:
    """Who is said to be the secretary of the Forkopimda, also in the list of its members."""
    said = {s.secretary for s in v.all(Secretary) if s.forum == FORUM}
    listed = [m for m in v.all(Membership) if m.forum == FORUM and m.role == "sekretaris"]
    return said | {m.member for m in listed}


def forum_members(v: View) -> list[Membership]:
    """The members; who is listed as chairman or secretary is none for that."""
    every = [m for m in v.all(Membership) if m.forum == FORUM]
    return [m for m in every if m.role not in ("ketua", "sekretaris")]


def category(u: str) -> str | None:
    """What Pasal 17 ayat (3) calls a member; a base of the navy or the air force stands for the
    army where it has no territorial command there (ruling L10)."""
    if u == "dprd":
        return "dprd"
    for word, name in (
        ("Kepolisian Sektor", "polsek"),
        ("Polsek", "polsek"),
        ("Komando Rayon Militer", "koramil"),
        ("Koramil", "koramil"),
        ("Kepolisian Daerah", None),
        ("Kejaksaan Tinggi", None),
        ("Kepolisian", "kepolisian"),
        ("Kejaksaan", "kejaksaan"),
        ("Polres", "kepolisian"),
        ("Kapolres", "kepolisian"),
        ("Kejari", "kejaksaan"),
        ("Kodim", "tni"),
        ("Dandim", "tni"),
        ("Lanal", "pangkalan"),
        ("Komando Distrik Militer", "tni"),
        ("Pangkalan Tentara Nasional Indonesia", "pangkalan"),
    ):
        if u.startswith(word):
            return name
    return None


LEADERS = {
    "dprd": "dprd",
    "kepolisian": "Kepolisian Resort Kutai Timur",
    "kejaksaan": "Kejaksaan Negeri",
    "tni": "Komando Distrik Militer 0909/Sangatta",
}
KINDS = {
    "dprd": "dprd",
    "kepolisian": "kepolisian",
    "kejaksaan": "kejaksaan",
    "tni": "satuan_teritorial_tni",
}
"""UU 23/2014 Pasal 26 ayat (3), which names no body of a region."""
BELOW = {"polsek": "kepolisian", "koramil": "tni"}
"""Units below a body, that stand for it with a warning (ruling L10)."""


def below(members: list[str]) -> set[str]:
    """The members that are below the one meant, where that is not a member itself."""
    present = {category(m) for m in members}
    army = {"tni", "pangkalan"} if present & {"tni", "pangkalan"} else set()
    found = {m for m in members if BELOW.get(category(m) or "", "") not in present | army}
    return {m for m in found if category(m) in BELOW}


def v5(v: View) -> set[Found]:
    """A list of members without DPRD, police, prosecution or army (P), or with a base of the navy
    or air force alone (C), a Polsek or Koramil alone (W); in a complete
    structure no list at all (B)."""
    members = [m.member for m in forum_members(v)]
    present = {category(m) for m in members}
    if members:
        bases = {m for m in members if category(m) == "pangkalan" and "tni" not in present}
        present |= {"tni"} if bases else set()
        lower = below(members)
        present |= {BELOW[str(category(m))] for m in lower}
        leaders = LEADERS if v.kutim else KINDS
        missing = {(P, "V5", name) for kind, name in leaders.items() if kind not in present}
        missing |= {(W, "V5", m) for m in lower}
        return missing | {(C, "V5", base) for base in bases}
    if v.kutim and v.complete and FORUM in v.units:
        return {(B, "V5", FORUM)}
    return set()


def v6(v: View) -> set[Found]:
    """A member outside Pasal 17 ayat (3) that is not flagged as leader of an institution; who is
    made chairman is V4's matter."""
    members = [m.member for m in forum_members(v)]
    return {
        (W, "V6", m.member)
        for m in forum_members(v)
        if category(m.member) in (None, *BELOW) and not m.leader
        if m.member not in below(members)
        if m.member not in chairmen(v) | {BUPATI}
    }


def v7(v: View) -> set[Found]:
    """The Forkopimda invites an agency of another field than the one discussed."""
    found: set[Found] = set()
    for w in v.proposal.workflows:
        topics = set(values_of(w, "bahasan"))
        for s in steps(w):
            if s.actor != FORUM or s.act != "mengundang" or not topics:
                continue
            for target in s.targets:
                fields = {f.field for f in v.all(Field) if f.unit == target}
                if fields and not fields & topics:
                    found.add((W, "V7", target))
    return found


CHECKS = {"kutim": (v1, v2, v3, v4, v5, v6, v7), "paser": (v4, v5)}
