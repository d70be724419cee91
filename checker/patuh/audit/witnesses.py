"""Whether every check can fire, and can be silent where it applies, each shown by a proposal.

The proposals are stored in `corpus/witnesses`. One that no longer shows what it should is sought
anew, so that the audit of a changed knowledge base says what is true of that.
"""

from collections.abc import Callable, Iterator

from patuh.audit import places
from patuh.audit.hunt import Hunter, checks_by_law, companions, holds, silences
from patuh.audit.report import Defect, Note, Part, Witness
from patuh.engine.solving.witness import Goal, fires, fires_without
from patuh.knowledge.catalogue import checks
from patuh.knowledge.programs import programs
from patuh.knowledge.regulations import Regulation, regulations
from patuh.knowledge.root import of_kb
from patuh.messages import say
from patuh.revision.language.sentences import language
from patuh_parser.sotk import SotkError

FIRES, SILENT, WITHOUT = "fires", "silent", "without_"
GENERATED = f"# {say('audit.witness.generated', 'en')}"
_KINDS = {FIRES: "never_fires", SILENT: "never_silent"}


def witnesses() -> Part:
    """For each check of each regulation a proposal on which it fires, and one on which not."""
    defects: list[Defect] = []
    renewed: list[str] = []
    pairs = checks_by_law()
    for law, check in pairs:
        for shows, kind in _KINDS.items():
            text, is_new = witness(law, check, shows)
            if text is None:
                defects.append(Defect(kind, {"check": check, "regulation": law.id}))
            elif is_new:
                renewed.append(Witness(check, law.id, shows, text).name)
    on = {check for _, check in pairs}
    for name, check in proposal_checks().items():
        if name not in on:
            defects.append(Defect("switched_off", {"check": name}, check))
    for law in dict.fromkeys([*regulations(), *(law for law, _ in pairs)]):
        for sentence in language(law).unread:
            said = {"regulation": law.id, "sentence": sentence}
            defects.append(Defect("unread", said, "audit/sentences.toml"))
    return Part("witnesses", len(pairs), tuple(defects), (*_renewed(renewed), *_drafting()))


def proposal_checks() -> dict[str, str]:
    """The checks of proposals, each with its place."""
    return {
        name: f"{check.file}:{check.line}"
        for name, check in checks().items()
        if check.file.startswith("checks/")
    }


@of_kb
def witness(law: Regulation, check: str, shows: str) -> tuple[str | None, bool]:
    """A proposal that shows it, and whether it had to be sought because none is stored."""
    path = places.witnesses() / Witness(check, law.id, shows, "").name
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        if shown(law, check, shows, text):
            return text, False
    return _hunt(law, check, shows), True


def shown(law: Regulation, check: str, shows: str, text: str) -> bool:
    """Whether the text can be read as a proposal and shows it."""
    try:
        return holds(text, _goals(law, check, shows))
    except SotkError:
        return False


def generated(told: Callable[[str], None] = lambda _: None) -> Iterator[Witness]:
    """All witnesses, each sought anew; `told` is called with the name of each before its search."""
    for law, check in checks_by_law():
        firing: str | None = None
        for shows in (FIRES, SILENT):
            text = _told(told, law, check, shows)
            firing = text if shows == FIRES else firing
            if text is not None:
                yield Witness(check, law.id, shows, _headed(check, shows, text))
        for other in companions(check, firing) if firing else ():
            shows = f"{WITHOUT}{other.lower()}"
            text = _told(told, law, check, shows)
            if text is not None:
                yield Witness(check, law.id, shows, _headed(check, shows, text))


def _told(told: Callable[[str], None], law: Regulation, check: str, shows: str) -> str | None:
    told(Witness(check, law.id, shows, "").name)
    return _hunt(law, check, shows)


@of_kb
def _hunter(law: Regulation) -> Hunter:
    return Hunter(law)


def _hunt(law: Regulation, check: str, shows: str) -> str | None:
    hunter = _hunter(law)
    if shows == FIRES:
        return hunter.firing(check)
    if shows == SILENT:
        return hunter.silent(check)
    return hunter.alone(check, shows.removeprefix(WITHOUT))


def _goals(law: Regulation, check: str, shows: str) -> list[Goal]:
    if shows == FIRES:
        return [fires(check.lower())]
    if shows == SILENT:
        return silences(programs([law.id]), check)
    return [fires_without(check.lower(), shows.removeprefix(WITHOUT))]


def _headed(check: str, shows: str, text: str) -> str:
    """The text with a line that says what it is."""
    other = shows.removeprefix(WITHOUT).upper()
    key = "without" if shows.startswith(WITHOUT) else shows
    what = say(f"audit.witness.{key}", "en", check=check, other=other)
    return f"{GENERATED}: {what}\n{text}"


def _renewed(names: list[str]) -> Iterator[Note]:
    if names:
        yield Note("renewed", {"count": str(len(names)), "names": ", ".join(names[:5])})


def _drafting() -> Iterator[Note]:
    if count := len(checks()) - len(proposal_checks()):
        yield Note("drafting", {"count": str(count)})
