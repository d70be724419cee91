"""The smallest choice of sentences of which two knowledge bases say different things, in clingo.

Both are grounded once, the new one under names of its own where it differs
(`patuh.engine.rules.changes`); what is asked is an assumption. The sentences are given as in
`patuh.engine.solving.witness`.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Literal

import clingo
from msgspec import Struct

from patuh.engine.control import add, grounded
from patuh.engine.rules.changes import Change, Side, shared
from patuh.engine.rules.copies import MAY, NEW, copied
from patuh.engine.solving.witness import CHOOSING, Choice, choices_as_facts, chosen, subjects

Direction = Literal["ketat", "longgar"]
"""Whether the new side finds what the old one does not, or the reverse."""
WHOLE = "semua"
"""Asked for in the place of a check: from no finding that counts to one that does."""
PURE, IMPURE = "murni", "campur"
"""Whether the other side has nothing of that level on the subject, or only another check has."""

Asked = tuple[str, ...]
"""Direction, kind and check ("h2") or the whole."""
_ASKED = "audit_beda"
_CONFLICTS = 100_000
"""So long one search may take: the same on every machine, unlike seconds, which bound it too."""

_RULES = f"""
:~ audit_pilih(C), audit_pilihan(C, Biaya). [Biaya@2, C]
:~ audit_pilih(C), audit_ganjil(C, Biaya). [Biaya@1, C]
audit_pangkat(catatan, 1). audit_pangkat(peringatan, 2).
audit_pangkat(belum_lengkap, 3). audit_pangkat(pelanggaran, 4).
audit_kena(lama, P, S, N) :- audit_pokok_lama(T, P, S), audit_pangkat(T, M), N = 1..M.
audit_kena(baru, P, S, N) :- audit_pokok_baru(T, P, S), audit_pangkat(T, M), N = 1..M.
audit_pada(X, S, N) :- audit_kena(X, _, S, N).
audit_arah(ketat, baru, lama). audit_arah(longgar, lama, baru).
audit_beda(A, campur, P) :-
    audit_boleh(P, S), audit_arah(A, X, Y), audit_kena(X, P, S, N), not audit_kena(Y, P, S, N).
audit_beda(A, murni, P) :-
    audit_boleh(P, S), audit_arah(A, X, Y), audit_kena(X, P, S, N), not audit_pada(Y, S, N).
audit_beda(A, murni, {WHOLE}) :-
    audit_arah(A, X, Y), audit_pada(X, _, 3), not audit_salah(Y).
audit_salah(X) :- audit_pada(X, _, 3).
#defined audit_ganjil/2.
#defined {NEW}temuan/6.
#defined {MAY}temuan/6.
#defined temuan/6.
"""


class Found(Struct, frozen=True):
    """A choice by index, or None; `complete` says whether the search came to its end."""

    choice: tuple[int, ...] | None
    complete: bool


class Differences:
    """Two sides with the sentences of a language, to be asked where they differ.

    Raises `EngineError` if clingo refuses the rules.
    """

    def __init__(
        self,
        old: Side,
        new: Side,
        differing: Change,
        always: Iterable[str],
        choices: Sequence[Choice],
        required: Iterable[str],
    ) -> None:
        copy = copied(old, new, differing)
        known = shared(old, new, differing.affected)
        sentences = "\n".join(choices_as_facts(always, choices, required))
        open_ = grounded(known, copy.may, sentences, "{ audit_pilih(C) : audit_pilihan(C, _) }.")
        differ = [f"{one.symbol}." for one in open_.symbolic_atoms if _may(one.symbol)]
        self._control = grounded(
            known,
            copy.new,
            "\n".join(differ),
            CHOOSING,
            _RULES,
            subjects("temuan", "audit_pokok_lama(T, P, S)"),
            subjects(f"{NEW}temuan", "audit_pokok_baru(T, P, S)"),
            subjects(f"{MAY}temuan", "audit_boleh(P, S)"),
            sentences,
            options=("--opt-strategy=usc,stratify",),
        )
        self._blocked = 0

    def possible(self, seconds: float) -> tuple[frozenset[Asked], frozenset[Asked]]:
        """All that can be asked with an answer, and that of which it is not known.

        What is no difference even where another check has the finding, is none where it has not.
        """
        atoms = self._control.symbolic_atoms.by_signature(_ASKED, 3)
        waiting = sorted((atom.symbol for atom in atoms), key=_of_pure)
        found: set[clingo.Symbol] = set()
        open_: set[clingo.Symbol] = set()
        none: set[tuple[clingo.Symbol, clingo.Symbol]] = set()
        self._optimise(False)
        for symbol in waiting:
            way, kind, check = symbol.arguments
            if symbol in found or (kind.name == PURE and (way, check) in none):
                continue
            shown: list[set[clingo.Symbol]] = []
            finished = self._solve(symbol, seconds, partial(_note, shown, waiting))
            found = found.union(*shown)
            if not shown and finished:
                none.add((way, check))
            elif not shown:
                open_.add(symbol)
        self._optimise(True)
        return frozenset(map(_names, found)), frozenset(map(_names, open_))

    def seek(self, asked: Asked, seconds: float) -> Found:
        """The smallest choice under which what is asked holds, of these the most natural one."""
        symbol = clingo.Function(_ASKED, [clingo.Function(one) for one in asked])
        best: list[tuple[int, ...]] = []
        finished = self._solve(symbol, seconds, partial(_take, best))
        return Found(best[-1] if best else None, finished)

    def _solve(
        self, wanted: clingo.Symbol, seconds: float, told: Callable[[clingo.Model], None]
    ) -> bool:
        """Whether the search came to its end."""
        with self._control.solve(
            assumptions=[(wanted, True)], async_=True, on_model=told
        ) as handle:
            if not handle.wait(seconds):
                handle.cancel()
            result = handle.get()
        return bool(result.exhausted or result.unsatisfiable)

    def _optimise(self, smallest: bool) -> None:
        """Whether the smallest answer is sought, or any one."""
        settings = self._control.configuration.solve
        settings.opt_mode = "opt" if smallest else "ignore"  # type: ignore[union-attr]
        settings.models = 0 if smallest else 1  # type: ignore[union-attr]
        settings.solve_limit = str(_CONFLICTS)  # type: ignore[union-attr]

    def block(self, choice: Sequence[int]) -> None:
        """Let no answer hold this choice any more."""
        self._blocked += 1
        body = ", ".join(f"audit_pilih({index})" for index in choice)
        add(self._control, f"tanpa_{self._blocked}", f":- {body}.")


def _may(symbol: clingo.Symbol) -> bool:
    return symbol.name.startswith(MAY)


def _note(
    shown: list[set[clingo.Symbol]], among: Iterable[clingo.Symbol], model: clingo.Model
) -> None:
    shown.append({symbol for symbol in among if model.contains(symbol)})


def _take(best: list[tuple[int, ...]], model: clingo.Model) -> None:
    best.append(chosen(model))


def _of_pure(asked: clingo.Symbol) -> tuple[bool, clingo.Symbol]:
    """The order of asking: impure differences first."""
    return asked.arguments[1].name == PURE, asked


def _names(asked: clingo.Symbol) -> Asked:
    return tuple(one.name for one in asked.arguments)
