"""Least-cost sets of changes under which a finding is gone, by abduction in clingo.

The facts of a proposal are given in groups, one for each sentence; a change takes sentences
away and brings facts of its own. The knowledge base is the same as for checking: what held
unconditionally there depends here on which changes are chosen.
"""

from collections.abc import Iterable, Mapping, Sequence

import clingo
from msgspec import Struct

from patuh.engine.atoms.derivation import Atom
from patuh.engine.control import grounded
from patuh.engine.rules.living import telling_of
from patuh.engine.rules.statements import text_of
from patuh.knowledge.programs import Program

_RULES = """
{ ubah(C) : kandidat(C, _) }.
hilang(S) :- ubah(C), menghapus(C, S).
ada(S) :- kalimat(S), not hilang(S).
:- menghapus(C, S), ubah(C), menghapus(D, S), ubah(D), C < D.
:- serupa(K, C), ubah(C), serupa(K, D), ubah(D), C < D.
:~ ubah(C), kandidat(C, Biaya). [Biaya@1, C]
tingkat(catatan, 1). tingkat(peringatan, 2). tingkat(belum_lengkap, 3). tingkat(pelanggaran, 4).
tersisa(R, P, K, I) :- temuan(_, R, P, K, _, I), sasaran(R, P, K, I).
baru(T, R, P, K, I) :- temuan(T, R, P, K, _, I), not lama(T, R, P, K, I).
:- baru(T, _, _, _, _), tingkat(T, N), batas(M), N >= M.
:~ baru(T, R, P, K, I), tingkat(T, N). [N@1, T, R, P, K, I]
#show ubah/1.
"""
_ALL = ":- tersisa(_, _, _, _)."
_MOST = ":~ tersisa(R, P, K, I). [1@2, R, P, K, I]"


class Change(Struct, frozen=True):
    """A candidate: the sentences it takes away, the facts it brings, and its cost.

    Candidates that share an `alternative` exclude each other.
    """

    removes: tuple[int, ...]
    adds: tuple[str, ...]
    cost: int
    alternative: str | None = None


class Outcome(Struct, frozen=True):
    """The optimal sets of candidates by index, and whether the search was complete."""

    sets: tuple[tuple[int, ...], ...]
    complete: bool


def least_changes(
    programs: Sequence[Program],
    sentences: Mapping[int, Sequence[str]],
    always: Iterable[str],
    changes: Sequence[Change],
    old: Iterable[Atom],
    targets: Iterable[Atom],
    floor: int,
    *,
    blocked: Iterable[Sequence[int]] = (),
    partial: bool = False,
    most: int = 10,
    seconds: float = 10.0,
) -> Outcome:
    """All least-cost sets of changes, at most `most`, under which no target is left.

    `old` are the atoms `temuan/6` of the unchanged proposal, `targets` those that shall go.
    Findings of level `floor` (1 catatan … 4 pelanggaran) or above that the unchanged proposal
    does not have are forbidden, and those below cost their level. Sets in `blocked`, and those
    that contain one, are no solution. With `partial` as few targets as possible may be left, and
    the cost comes after that. Places are left out of account, for changed sentences have numbers
    of their own.
    """
    facts = "\n".join(_facts(sentences, always, changes, floor))
    rules = telling_of(tuple(programs), facts)
    control = grounded(
        text_of(rules),
        _RULES,
        _MOST if partial else _ALL,
        facts,
        "\n".join(_known(old, targets)),
        "\n".join(map(_forbidden, blocked)),
        options=("--opt-mode=optN", "--opt-strategy=usc", f"--models={most}"),
    )
    return _optima(control, most, seconds)


def _forbidden(chosen: Sequence[int]) -> str:
    return f":- {', '.join(f'ubah({index})' for index in chosen)}."


def _facts(
    sentences: Mapping[int, Sequence[str]],
    always: Iterable[str],
    changes: Sequence[Change],
    floor: int,
) -> Iterable[str]:
    yield f"batas({floor})."
    for fact in always:
        yield f"{fact}."
    for number, facts in sentences.items():
        yield f"kalimat({number})."
        for fact in facts:
            yield f"{fact} :- ada({number})."
    for index, change in enumerate(changes):
        yield f"kandidat({index},{change.cost})."
        for number in change.removes:
            yield f"menghapus({index},{number})."
        if change.alternative is not None:
            yield f"serupa({clingo.String(change.alternative)},{index})."
        for fact in change.adds:
            yield f"{fact} :- ubah({index})."


def _known(old: Iterable[Atom], targets: Iterable[Atom]) -> Iterable[str]:
    """The findings that the unchanged sentences already have, and those that shall go."""
    for found in old:
        level, regulation, check, case, _, content = clingo.parse_term(found.text).arguments
        yield f"lama({level},{regulation},{check},{case},{content})."
    for found in targets:
        _, regulation, check, case, _, content = clingo.parse_term(found.text).arguments
        yield f"sasaran({regulation},{check},{case},{content})."


def _optima(control: clingo.Control, most: int, seconds: float) -> Outcome:
    best: list[tuple[int, ...]] = []
    with control.solve(yield_=False, async_=True, on_model=lambda m: _collect(m, best)) as handle:
        finished = handle.wait(seconds)
        if not finished:
            handle.cancel()
        result = handle.get()
    complete = bool(finished and (result.exhausted or len(best) >= most))
    return Outcome(tuple(sorted(set(best))), complete)


def _collect(model: clingo.Model, best: list[tuple[int, ...]]) -> None:
    if model.optimality_proven:
        chosen = (symbol for symbol in model.symbols(shown=True) if symbol.name == "ubah")
        best.append(tuple(sorted(symbol.arguments[0].number for symbol in chosen)))
