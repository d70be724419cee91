"""L: reports of accountability."""

from collections.abc import Iterator

from oracle.duty import REPORTS, done
from oracle.view import (
    ALL_ASISTEN,
    ANY_ASISTEN,
    BUPATI,
    SEKDA_SETDA,
    WITHIN,
    B,
    C,
    Found,
    P,
    View,
    W,
    has,
    lack,
    steps,
    units_of,
    unread_numbers,
    values_of,
)
from patuh_parser.sotk.model import Step, Workflow

CARRY = (
    "menyampaikan",
    "meneruskan",
    "mengajukan",
    "mengajukan_usulan",
    "mengunggah",
    "mengantarkan",
)
"""Words by which a document comes from one hand into another."""
ASKED = ("keterangan", "penjelasan")


class Path:
    """The way of a report: the steps that carry it, from the subject's first step to the first
    arrival at the Bupati (ruling 9). `stations` are all who act or receive on it, each with the
    position at which it first comes to them; unordered stations of one step share a position.
    """

    def __init__(self, v: View, w: Workflow, subject: str) -> None:
        self.arrived = False
        self.stations: dict[str, tuple[int, int]] = {}
        self.begun = False
        loose = off_ladder(v, w)
        for s in sorted(done(v, w), key=lambda s: s.number):
            if s.act not in CARRY or s in loose:
                continue
            self.begun = self.begun or v.acts_for(s.actor, subject)
            if not self.begun:
                continue
            via = [z.key or ANY_ASISTEN for z in s.via]
            self.stations.setdefault(s.actor, (s.number, 0))
            for index, place in enumerate(via, 1):
                self.stations.setdefault(place, (s.number, index if s.ordered else 1))
            for place in s.targets if BUPATI not in s.targets else ():
                self.stations.setdefault(place, (s.number, len(via) + 1))
            if BUPATI in (*via, *s.targets):
                self.arrived = True
                break
        self.stations.pop(subject, None)

    def position(self, test) -> list[tuple[int, int]]:
        return [at for place, at in self.stations.items() if test(place)]


def reports(v: View) -> list[tuple[Workflow, str, Path]]:
    return [
        (w, u, Path(v, w, u))
        for w in v.proposal.workflows
        if w.kind == "laporan"
        for u in subjects(w)
        if v.is_pdx(u) and not no_report(v, w, u)
    ]


def subjects(w: Workflow) -> list[str]:
    """Whose flow it is; where that is not said, whoever takes the first step."""
    return units_of(w, "subjek") or [s.actor for s in w.steps[:1]]


def off_ladder(v: View, w: Workflow) -> list[Step]:
    """The steps that no ladder binds: consultation (Paser 6(2), Kutai Timur 5(3)), and what hands
    the Bupati the explanation that he has asked for (Paser 13(2)d)."""
    if w.kind != "laporan":
        return []  # advice, too, reaches the Bupati by consultation
    if "konsultatif" in values_of(w, "pola"):
        return list(w.steps)
    asked = [
        (s.number, y)
        for s in steps(w)
        if v.paser and s.actor == BUPATI and s.act == "meminta" and s.object in ASKED
        for y in s.targets
    ]
    return [
        s
        for s in w.steps
        if "konsultasi" in s.means
        or (
            s.act in CARRY
            and s.object in ASKED
            and BUPATI in s.targets
            and any(number < s.number and v.acts_for(s.actor, y) for number, y in asked)
        )
    ]


def no_report(v: View, w: Workflow, u: str) -> bool:
    """U only consults in the flow, or answers the Bupati, and hands over nothing else."""
    loose = off_ladder(v, w)
    only = any(s in loose and v.acts_for(s.actor, u) for s in done(v, w))
    return only and not Path(v, w, u).begun


def is_asisten(v: View, place: str) -> bool:
    return place == ANY_ASISTEN or v.sort.get(place) == "asisten"


def l1(v: View) -> set[Found]:
    """The report of an agency never reaches the Bupati."""
    found: set[Found] = {(lack(w), "L1", w.id) for w, _, path in reports(v) if not path.arrived}
    for w in v.proposal.workflows:
        unread = unread_numbers(w)
        for s in steps(w) if w.kind in ("ketentuan", "kegiatan") else ():
            report = s.act == "menyampaikan" and s.object in REPORTS
            alone = s.only and s.targets and BUPATI not in s.targets
            if report and alone and v.is_pdx(s.actor) and s.number not in unread:
                found.add((P, "L1", s.actor))
    return found


def l2(v: View) -> set[Found]:
    """It reaches him without the Sekda."""
    return {
        (lack(w), "L2", w.id)
        for w, _, path in reports(v)
        if path.arrived and not path.position(lambda z: z in SEKDA_SETDA)
    } | {(P, "L2", s.actor) for w in v.proposal.workflows for s in steps(w) if _passes_by(v, w, s)}


def _passes_by(v: View, w: Workflow, s: Step) -> bool:
    """A rule has an agency report to the Bupati directly, or past the Sekda."""
    past = {*s.past, *s.lacking}
    by = past & set(SEKDA_SETDA) or ((s.direct or s.past) and not past)
    return bool(_rules_report(v, w, s) and by)


def _rules_report(v: View, w: Workflow, s: Step) -> bool:
    """A rule has an agency report to the Bupati."""
    report = s.act == "menyampaikan" and (s.object or "").startswith("laporan")
    return w.kind == "ketentuan" and report and BUPATI in s.targets and v.is_pdx(s.actor)


def reported_without_asisten(v: View) -> set[str]:
    """Agencies whose accountability report, and not one on some matter or at somebody's request, a
    rule has go to the Bupati, past nobody, and speaks of no Asisten."""
    return {
        s.actor
        for w in v.proposal.workflows
        for s in steps(w)
        if _rules_report(v, w, s) and s.object == "laporan_pertanggungjawaban" and not s.detail
        if not (s.modality == "dapat" or s.requested or s.number in unread_numbers(w))
        if not (_passes_by(v, w, s) or _passes_asisten(v, w, s))
        if not any(is_asisten(v, z) for z in (*_ways(s), *_coordinators(s)))
    }


def _coordinators(s: Step) -> tuple[str, ...]:
    return tuple(z.key or ANY_ASISTEN for z in s.coordinated_by)


def _passes_asisten(v: View, w: Workflow, s: Step) -> bool:
    """It has it so past any Asisten, or past its own by name."""
    past = {*s.past, *s.lacking}
    own = {ANY_ASISTEN, ALL_ASISTEN} | v.named(s.actor, ANY_ASISTEN)
    return _rules_report(v, w, s) and bool(past & own)


def l3(v: View) -> set[Found]:
    """It reaches him without any Asisten; in Paser "dikoordinasikan oleh" in the flow is enough."""
    found: set[Found] = set()
    for w, _, path in reports(v):
        if not path.arrived or path.position(lambda z: is_asisten(v, z)):
            continue
        if v.paser and _coordinated(v, w):
            continue
        found.add((lack(w), "L3", w.id))
    rules = [(w, s) for w in v.proposal.workflows for s in steps(w)]
    return found | {(P, "L3", s.actor) for w, s in rules if _passes_asisten(v, w, s)}


def _coordinated(v: View, w: Workflow) -> bool:
    for s in done(v, w):
        if any(is_asisten(v, z.key or ANY_ASISTEN) for z in s.coordinated_by):
            return True
        if s.act == "mengoordinasikan" and is_asisten(v, s.actor):
            return True
    return False


def l4(v: View) -> set[Found]:
    """It goes through an Asisten, and not through the right one."""
    found: set[Found] = set()
    for w, u, path in reports(v):
        right = v.listed_asisten(u) or v.declared_asisten(u)
        if not path.arrived or not right or (right | {ANY_ASISTEN}) & set(path.stations):
            continue
        named = {z.key for s in done(v, w) for z in s.coordinated_by if v.paser}
        if named & right:
            continue
        if path.position(v.is_asisten) or any(map(v.is_asisten, named)):
            found.add((P, "L4", w.id))
    return found


def l5(v: View) -> set[Found]:
    """The Sekda comes before the Asisten, in a report or on the line of an agency."""
    found: set[Found] = {
        (W, "L5", e.x)
        for e in v.of("bertanggung_jawab")
        if v.is_pdx(e.x) and e.y == BUPATI and e.line.ordered and e not in v.wrong
        if _sekda_first(v, e.via)
    }
    wrong = {number for _, _, number in l4(v)}
    for w, _, path in reports(v):
        if w.id in wrong:
            continue
        sekda = path.position(lambda z: z in SEKDA_SETDA)
        asisten = path.position(lambda z: is_asisten(v, z))
        if path.arrived and sekda and asisten and min(sekda) < min(asisten):
            found.add((W, "L5", w.id))
    return found


def _sekda_first(v: View, stations: tuple[str, ...]) -> bool:
    sekda = [at for at, z in enumerate(stations) if z in SEKDA_SETDA]
    asisten = [at for at, z in enumerate(stations) if is_asisten(v, z)]
    return bool(sekda and asisten) and sekda[0] < asisten[0]


def _owes(v: View, u: str, w: Workflow) -> bool:
    """Kutai Timur 18(3): an agency or what is below it. Paser 13(2)i, 14(6)c: an agency or UPT."""
    below = WITHIN if v.kutim else {"unit_pelaksana_teknis"}
    return (v.is_pd(u) or v.sort.get(u) in below) and not no_report(v, w, u)


def l6(v: View) -> set[Found]:
    """A report flow states no period (B), or only such as are none (P); one that hangs on an
    event, or leaves the choice, W; one without a length C; a rule that leaves none at all P."""
    found: set[Found] = set()
    for w in v.proposal.workflows:
        if w.kind != "laporan" or not any(_owes(v, u, w) for u in subjects(w)):
            continue
        stated = values_of(w, "berkala")
        said = [p for s in steps(w) if s.act in CARRY for p in (*s.periods, *s.reported)]
        real = [p for p in (*stated, *said) if p not in ("tidak", "peristiwa", "pilihan")]
        if not stated and not said:
            found.add((B, "L6", w.id))
        elif not real:
            found.add((W if "peristiwa" in stated else P, "L6", w.id))
        if "pilihan" in stated:
            found.add((W, "L6", w.id))
        if "berkala" in stated and set(real) == {"berkala"}:
            found.add((C, "L6", w.id))
    return found | {
        (P, "L6", s.actor)
        for w in v.proposal.workflows
        for s in steps(w)
        if _own_report(v, w, s) and _owes(v, s.actor, w) and _at_no_time(s)
    }


def first_reports(v: View) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Whose report first goes to and through whom: that of a flow, or those of the rules on one
    unit. A report on some matter, and at no set times, is another."""
    for w in v.proposal.workflows:
        if w.kind == "laporan":
            for u in subjects(w):
                first = (s for s in done(v, w) if v.acts_for(s.actor, u) and s.act in CARRY)
                yield u, [_ways(s) for s in (*first,)[:1] if s.targets]
        elif w.kind == "ketentuan":
            unread = unread_numbers(w)
            said: dict[str, list[tuple[str, ...]]] = {}
            for s in steps(w):
                timed = s.periods or s.reported
                own = s.object == "laporan_pertanggungjawaban" or (
                    s.object == "laporan" and (timed or not s.detail)
                )
                if s.only or s.number in unread:  # T6 tells of the first
                    continue
                if s.act == "menyampaikan" and own and s.targets:
                    said.setdefault(s.actor, []).append(_ways(s))
            yield from said.items()


def _ways(s: Step) -> tuple[str, ...]:
    return (*(z.key or ANY_ASISTEN for z in s.via), *s.targets)


def _own_report(v: View, w: Workflow, s: Step) -> bool:
    """A rule has an agency report to the Bupati, what lies in one to that, or anybody to whom it
    does not say; a report on some matter is another."""
    if _rules_report(v, w, s):
        return True
    named = s.object == "laporan_pertanggungjawaban" or (s.object == "laporan" and not s.detail)
    if w.kind != "ketentuan" or s.act != "menyampaikan" or not named or s.unjudged:
        return False
    home = v.agencies(s.actor)
    to = {y for y in s.targets if y in home or (v.homeless(s.actor) and v.is_pd(y))}
    return bool(to) or not s.targets


def _at_no_time(s: Step) -> bool:
    """Nothing but a report without a period is left: "hanya apabila diminta"."""
    alone = s.only or s.periods_as.split(" ")[0] in ("hanya", "tidak")
    return alone and set(s.periods) == {"tidak"} and not s.reported


def dated(s: Step) -> bool:
    """Whether a step says by when: in time, whenever that is, only in the words of 18(3)."""
    return bool(s.due) and (not s.punctual or "berkala" in s.periods)


def l7(v: View) -> set[Found]:
    """No due date is stated (W); the report was sent after it (P)."""
    found: set[Found] = set()
    for w in v.proposal.workflows:
        if w.kind != "laporan" or not any(_owes(v, u, w) for u in subjects(w)):
            continue
        if not (has(w, "tenggat") or has(w, "jatuh tempo") or any(dated(s) for s in w.steps)):
            found.add((W, "L7", w.id))
        due, sent = values_of(w, "jatuh tempo"), values_of(w, "disampaikan")
        if due and sent and max(map(int, sent)) > min(map(int, due)):
            found.add((P, "L7", w.id))
    return found


def _sorts_of(w: Workflow) -> set[bool]:
    """Whether the reports of a flow have a period, and whether some have none."""
    said = [p for s in steps(w) if s.act in CARRY for p in (*s.periods, *s.reported)]
    stated = (*values_of(w, "berkala"), *said)
    return {p != "tidak" for p in stated if p not in ("peristiwa", "pilihan")}


def l8(v: View) -> set[Found]:
    """LINGKUP lengkap: an agency reports periodically, and has no flow of incidental reports."""
    scope = v.proposal.header.scope
    flows = v.proposal.workflows
    other = {
        u
        for w in flows
        if w.kind == "laporan_insidentil" or (w.kind == "laporan" and len(_sorts_of(w)) > 1)
        for u in subjects(w)
    }
    return {
        (B, "L8", u)
        for w in flows
        if w.kind == "laporan" and True in _sorts_of(w)
        for u in subjects(w)
        if v.is_pd(u) and u not in other and (scope.complete or u in scope.complete_for)
    }


CHECKS = {
    "kutim": (l1, l2, l3, l4, l5, l6, l7),
    "paser": (l1, l2, l3, l4, l5, l6, l8),
}
