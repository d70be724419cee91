"""Whether every norm is needed: some stored proposal has other findings without it."""

from patuh.audit import declared
from patuh.audit.report import Defect, Note, Part
from patuh.knowledge.regulations import Regulation, national, regulations
from patuh.revision.adequacy import FOLDER, Certificate, norms_in, resting_on, stored


def needs() -> Part:
    """The certificates of each regulation, each checked again without its norms one by one.

    A norm that no certificate tells, and that stands under no other provision, is noted, with the
    reason if that is declared.
    """
    count = 0
    declarations = declared.untold()
    defects: list[Defect] = []
    notes: list[Note] = []
    for law in with_norms():
        every = norms_in(law)
        count += len(every.every)
        for one in stored(law.id):
            defects += [
                Defect("not_told", {"regulation": law.id, "norm": norm}, FOLDER, one.text)
                for norm in untold(law, one)
            ]
        for norm in idle(law):
            said = {"regulation": law.id, "norm": norm}
            if norm in declarations:
                reason = dict(declarations.pop(norm).reason)
                notes.append(Note("not_needed_declared", said, reason))
            else:
                notes.append(Note("not_needed", said))
    defects += [Defect("not_needed_idle", {"norm": norm}, declared.FILE) for norm in declarations]
    return Part("needs", count, tuple(defects), tuple(notes))


def with_norms() -> tuple[Regulation, ...]:
    """The regulations of regions and those of the nation that have norms."""
    return tuple(law for law in (*regulations(), *national()) if norms_in(law).every)


def idle(law: Regulation) -> tuple[str, ...]:
    """The norms that no certificate tells, and that stand under no other provision."""
    told = {norm for one in stored(law.id) for norm in (*one.norms, *one.cited)}
    every = norms_in(law)
    return tuple(norm for norm in every.every if norm not in told and norm not in every.twins)


def untold(law: Regulation, one: Certificate) -> tuple[str, ...]:
    """The norms that a certificate names, though its findings are the same without them."""
    told = norms_in(law).told(one.text, one.norms, one.beside)
    cited = resting_on(one.text) if one.cited else frozenset()
    idle = [norm for norm in one.norms if norm not in told]
    return (*idle, *(norm for norm in one.cited if norm not in cited))
