"""The verdicts on a revision, each of difference with an example that was replayed."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from patuh.engine.rules.changes import checks_of
from patuh.engine.solving.difference import WHOLE, Direction
from patuh.knowledge.messages import check_messages
from patuh.knowledge.root import using
from patuh.messages import LANGUAGES, Both
from patuh.revision.blaming import Blame
from patuh.revision.norms import changed_norms, in_force
from patuh.revision.records import (
    Compared,
    Drafted,
    Example,
    NormChange,
    Revision,
    Verdict,
    once,
)
from patuh.revision.replaying import Replay, sentences
from patuh.revision.searching import SECONDS, Searcher, Sought
from patuh.revision.sides import Sides, parsed, sides
from patuh.revision.unreached import with_unreached, with_untranslated
from patuh.revision.unread import unread, without_unread

_DIRECTIONS: tuple[Direction, ...] = ("ketat", "longgar")


def compared(
    law: str,
    old: Path,
    new: Path,
    seconds: float = SECONDS,
    names: tuple[str, str] | None = None,
    draft: Drafted | None = None,
) -> Revision:
    """How the knowledge base at `new` differs from that at `old` under a regulation.

    `seconds` bound each search; `names` are what the two are called; `draft` is what `new` was
    made of, if it was a text. Raises `patuh.engine.EngineError` for what clingo refuses.
    """
    both = sides(law, old, new)
    every = checks_of((both.old, both.new))
    same = tuple(check.upper() for check in every if check not in both.change.checks)
    norms = changed_norms(both)
    whole = Compared("", "terbukti")
    checks: Sequence[Compared] = ()
    not_read: dict[str, list[NormChange]] = {}
    if both.change.checks:
        whole, *rest = _verdicts(both, seconds)
        not_read = unread(both, norms)
        whole, *checks = without_unread(
            [whole, *with_unreached(both, norms, whole, rest)], not_read
        )
        if whole.verdict == "setara" and any(one.unreached for one in checks):
            whole = replace(whole, verdict="tak_terjangkau")
    if draft is not None and (left := in_force(both, _left(draft))):
        checks, same = with_untranslated(both, left, checks, same)
        checks = tuple(replace(o, title=o.title or _title(o.check.lower(), both)) for o in checks)
        if whole.verdict in ("terbukti", "setara"):
            whole = replace(whole, verdict="tak_terjangkau")
    called = names or (str(old), str(new))
    strange = once(norm for own in not_read.values() for norm in own)
    rules = bool(both.change.rules)
    return Revision(law, *called, norms, rules, whole, tuple(checks), same, draft, strange)


def _left(draft: Drafted) -> tuple[str, ...]:
    """The norms of a draft that were not translated, or that were refused."""
    return tuple(dict.fromkeys(norm for one in draft.left for norm in one.norms))


def _verdicts(both: Sides, seconds: float) -> Iterator[Compared]:
    """On the whole, then on each check that is affected."""
    replay = Replay(both)
    facts = [parsed(fact) for fact in (*both.change.gone, *both.change.came)]
    searcher = Searcher(both, facts, replay, seconds)
    blame = Blame(both)
    for check in (WHOLE, *both.change.checks):
        seek = searcher.whole if check == WHOLE else partial(searcher.seek, check=check)
        sought = {way: seek(way) for way in _DIRECTIONS}
        examples = tuple(
            _example(way, one, check, replay, blame)
            for way, one in sought.items()
            if one.text is not None
        )
        name = "" if check == WHOLE else check.upper()
        yield Compared(name, _verdict(sought), examples, title=_title(check, both))


def _title(check: str, both: Sides) -> Both:
    """The title of a check, as the new side has it, else the old one."""
    for root in (both.new_root, both.old_root):
        with using(root):
            found = {lang: check_messages(lang).get(check) for lang in LANGUAGES}
        if all(found.values()):
            return {lang: one.title for lang, one in found.items() if one is not None}
    return {}


def _verdict(sought: dict[Direction, Sought]) -> Verdict:
    stricter, looser = (sought[way] for way in _DIRECTIONS)
    pure = tuple(one.text is not None and one.pure for one in (stricter, looser))
    if pure == (True, True):
        return "tak_sebanding"
    if any(pure):
        return "lebih_ketat" if pure[0] else "lebih_longgar"
    if not (stricter.complete and looser.complete):
        return "tak_tuntas"
    return "berganti_temuan" if stricter.text or looser.text else "setara"


def _example(way: Direction, one: Sought, check: str, replay: Replay, blame: Blame) -> Example:
    text = one.text or ""
    old, new = replay.told(text, check)
    leaves = blame.provisions(text, way, check)
    return Example(way, one.pure, text, sentences(text), old, new, leaves)
