"""The smallest choice of sentences for which the knowledge base derives what is asked, in clingo.

The sentences are given with the facts they bring, as in `patuh.engine.solving.abduction`; here
nothing is repaired: the search begins with no sentence at all and takes as few as it can.
"""

from collections.abc import Iterable, Iterator, Sequence

import clingo
from msgspec import Struct

from patuh.engine.control import grounded
from patuh.engine.rules.statements import Statement, text_of

CHOOSING = """
{ audit_pilih(C) : audit_pilihan(C, _) }.
:- audit_laci(L, _), 2 { audit_pilih(C) : audit_laci(L, C) }.
audit_ada(N) :- audit_pilih(C), audit_memberi(C, N).
:- audit_pilih(C), audit_perlu(C, N), not audit_ada(N).
:- audit_harus(N), not audit_ada(N).
#show audit_pilih/1.
"""
"""Sentences may be chosen; what is shown of a model is the choice."""
_FEWEST = """
:~ audit_pilih(C), audit_pilihan(C, Biaya). [Biaya@2, C]
:~ temuan(_, R, P, K, _, I), not audit_diperiksa(P). [1@1, R, P, K, I]
"""


class Choice(Struct, frozen=True):
    """A sentence that may be taken: its facts and its cost.

    Of the choices in one `drawer` at most one is taken. Whatever stands in `needs` must be among
    what the chosen ones give (`gives`). `odd` is how unlikely it is that anyone writes it so.
    """

    facts: tuple[str, ...]
    cost: int = 1
    drawer: str = ""
    gives: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    odd: int = 0


class Goal(Struct, frozen=True):
    """What must hold: rules and constraints as ASP text, and the check it is about ("h2").

    Of the smallest choices the one with the fewest findings of other checks is taken.
    """

    check: str
    rules: str


def fires(check: str) -> Goal:
    """The check has a finding."""
    return Goal(check, f"audit_kena :- temuan(_, _, {check}, _, _, _).\n:- not audit_kena.\n")


def silent(check: str, scope: str) -> Goal:
    """The check has no finding, though `scope` (rules with the head `audit_lingkup`) holds."""
    return Goal(check, f"{scope}\n:- not audit_lingkup.\n:- temuan(_, _, {check}, _, _, _).\n")


def fires_without(check: str, other: str) -> Goal:
    """The check has a finding on a subject on which the other check has none."""
    return Goal(
        check,
        f"{SUBJECTS}:- not audit_sendiri.\n"
        f"audit_sendiri :- audit_pokok({check}, S), not audit_pokok({other}, S).\n",
    )


def subjects(finding: str, head: str) -> str:
    """Rules for `head`, in which T is the level, P the check and S its subject: the first term."""
    return "".join(
        f"{head} :- {finding}(T, _, P, _, _, (S,{','.join('_' * more)})).\n" for more in range(5)
    )


SUBJECTS = subjects("temuan", "audit_pokok(P, S)")


def smallest(
    rules: Sequence[Statement],
    always: Iterable[str],
    choices: Sequence[Choice],
    required: Iterable[str],
    goal: Goal,
    *,
    blocked: Iterable[Sequence[int]] = (),
    seconds: float = 30.0,
) -> tuple[int, ...] | None:
    """The smallest choice under which `goal` holds, or None if none is found in `seconds`.

    What is in `blocked` is no answer. Raises `EngineError` if clingo refuses the rules.
    """
    control = grounded(
        text_of(rules),
        CHOOSING + _FEWEST + goal.rules + f"audit_diperiksa({goal.check}).\n",
        "\n".join(choices_as_facts(always, choices, required)),
        "\n".join(map(_forbidden, blocked)),
        options=("--opt-strategy=usc,stratify", "--models=0"),
    )
    best: list[tuple[int, ...]] = []
    with control.solve(async_=True, on_model=lambda model: best.append(chosen(model))) as handle:
        if not handle.wait(seconds):
            handle.cancel()
        handle.get()
    return best[-1] if best else None


def satisfied(rules: Sequence[Statement], facts: str, goal: Goal) -> bool:
    """Whether the goal holds for a proposal with these facts."""
    return bool(grounded(text_of(rules), f"{facts}\n{goal.rules}").solve().satisfiable)


def facts_of_choices(always: Iterable[str], choices: Sequence[Choice]) -> Iterator[str]:
    """The facts of every proposal, and those that each choice brings."""
    for fact in always:
        yield f"{fact}."
    for index, choice in enumerate(choices):
        for fact in choice.facts:
            yield f"{fact} :- audit_pilih({index})."


def choices_as_facts(
    always: Iterable[str], choices: Sequence[Choice], required: Iterable[str]
) -> Iterator[str]:
    """What `CHOOSING` chooses among; of `required` each must be given by a choice."""
    yield from facts_of_choices(always, choices)
    for name in required:
        yield f"audit_harus({clingo.String(name)})."
    for index, choice in enumerate(choices):
        yield f"audit_pilihan({index},{choice.cost})."
        if choice.odd:
            yield f"audit_ganjil({index},{choice.odd})."
        if choice.drawer:
            yield f"audit_laci({clingo.String(choice.drawer)},{index})."
        for name in choice.gives:
            yield f"audit_memberi({index},{clingo.String(name)})."
        for name in choice.needs:
            yield f"audit_perlu({index},{clingo.String(name)})."


def _forbidden(chosen: Sequence[int]) -> str:
    return f":- {', '.join(f'audit_pilih({index})' for index in chosen)}."


def chosen(model: clingo.Model) -> tuple[int, ...]:
    """The choice that a model makes."""
    shown = model.symbols(shown=True)
    return tuple(sorted(s.arguments[0].number for s in shown if s.name == "audit_pilih"))
