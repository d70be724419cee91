"""Whether some check never fires without another, unless the knowledge base declares it."""

from patuh.audit import declared
from patuh.audit.hunt import checks_by_law, companions
from patuh.audit.report import Defect, Note, Part
from patuh.audit.witnesses import FIRES, WITHOUT, witness


def independence() -> Part:
    """Every pair of checks that fire together where the first has the smallest reason to.

    Only then can the first imply the second; for each such pair a proposal is sought on which
    the first fires on some subject and the second does not.
    """
    declarations = declared.implied()
    defects: list[Defect] = []
    notes: dict[tuple[str, str], Note] = {}
    pairs = 0
    for law, check in checks_by_law():
        text, _ = witness(law, check, FIRES)
        for other in companions(check, text) if text is not None else ():
            pairs += 1
            said = {"check": check, "other": other, "regulation": law.id}
            apart, _ = witness(law, check, f"{WITHOUT}{other.lower()}")
            declaration = declarations.get((check, other))
            if apart is not None:
                continue
            if declaration is None:
                defects.append(Defect("implied", said, text=text or ""))
            else:
                notes[check, other] = Note("implied_declared", said, dict(declaration.reason))
    for check, other in declarations:
        if (check, other) not in notes:
            said = {"check": check, "other": other}
            defects.append(Defect("implied_idle", said, "audit/declared.toml"))
    return Part("independence", pairs, tuple(defects), tuple(notes.values()))
