"""What a finding rests on among changed facts: each change can be taken back by itself."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import clingo
from msgspec import Struct

from patuh.engine.atoms.derivation import FINDING
from patuh.engine.control import grounded
from patuh.engine.rules.kinds import kinds_of
from patuh.engine.rules.living import telling
from patuh.engine.rules.statements import text_of
from patuh.engine.solving.aspif import program, rule
from patuh.engine.solving.cones import GroundRules
from patuh.knowledge.programs import Program

_BACK = "audit_balik"
_RANKS = {"catatan": 1, "peringatan": 2, "belum_lengkap": 3, "pelanggaran": 4}

Said = frozenset[tuple[str, ...]]
"""Findings without their places: level, check, case, content, and the subject."""


class Group(Struct, frozen=True):
    """Facts that change together: some that went, some that came."""

    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()


class Reverting:
    """One proposal under a knowledge base of which groups of changes can be taken back."""

    def __init__(
        self,
        programs: Sequence[Program],
        groups: Sequence[Group],
        given: str,
        checks: frozenset[str] | None = None,
    ) -> None:
        """`programs` lack the facts of the groups; `given` are the facts of the proposal.

        Only findings of these checks ("h2") are worked out, if some are named. Raises
        `EngineError` for what clingo refuses.
        """
        own = Program("audit/kembali", "\n".join(_guarded(groups)))
        rules = telling((*programs, own), kinds_of(given) | {_BACK}, checks)
        with TemporaryDirectory() as folder:
            path = Path(folder, "rules.aspif")
            made = grounded(
                text_of(rules), f"#external {_BACK}(0..{len(groups)}).#show.", given, into=path
            )
            found = [
                (_said(a.symbol), a.literal) for a in made.symbolic_atoms.by_signature(*FINDING)
            ]
            switches = {
                a.symbol.arguments[0].number: a.literal
                for a in made.symbolic_atoms.by_signature(_BACK, 1)
            }
            del made
            told = GroundRules(path.read_text(encoding="utf-8"))
        below = told.below(literal for _, literal in found)
        self._found = found
        self._switches = {at: one for at, one in switches.items() if one in below}
        open_ = (rule(one, (), choice=True) for one in self._switches.values())
        self._control = program([*told.text(below), *open_])
        self.bearing = frozenset(self._switches)
        """The groups on which any finding can rest: without the others all is as it is."""

    def findings(self, back: Iterable[int] = ()) -> Said:
        """The findings where these groups are taken back."""
        taken = set(back)
        found: set[tuple[str, ...]] = set()

        def take(model: clingo.Model) -> None:
            found.update(said for said, literal in self._found if model.is_true(literal))

        switched = [one if at in taken else -one for at, one in self._switches.items()]
        self._control.solve(assumptions=switched, on_model=take)
        return frozenset(found)

    def needed(self, among: Iterable[int], back: Sequence[int] = ()) -> set[int]:
        """The groups without whose change, each by itself, the findings differ.

        All that with the groups `back` taken back.
        """
        usual = self.findings(back)
        some = self.bearing.intersection(among)
        return {at for at in some if self.findings([*back, at]) != usual}


def levels(found: Said) -> dict[tuple[str, str], int]:
    """The gravest level by check and subject."""
    gravest: dict[tuple[str, str], int] = {}
    for level, check, _, _, subject in found:
        gravest[check, subject] = max(_RANKS[level], gravest.get((check, subject), 0))
    return gravest


def _said(finding: clingo.Symbol) -> tuple[str, ...]:
    level, _, check, case, _, content = finding.arguments
    subject = content.arguments[0] if content.arguments and not content.name else content
    return tuple(map(str, (level, check, case, content, subject)))


def _guarded(groups: Sequence[Group]) -> Iterable[str]:
    for at, group in enumerate(groups):
        yield from (f"{fact} :- {_BACK}({at})." for fact in group.gone)
        yield from (f"{fact} :- not {_BACK}({at})." for fact in group.came)
