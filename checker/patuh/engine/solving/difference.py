"""The smallest choice of sentences of which two knowledge bases say different things, in clingo.

Both are grounded once (`patuh.engine.solving.beside`); each question is solved among the ground
rules that it rests on, with others that rest on much the same (`patuh.engine.solving.gathering`).
The sentences are given as in `patuh.engine.solving.witness`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, get_args

import clingo
from msgspec import Struct

from patuh.engine.rules.changes import Change, Side
from patuh.engine.rules.copies import MAY, NEW
from patuh.engine.solving.beside import beside
from patuh.engine.solving.choosing import Choosing
from patuh.engine.solving.cones import GroundRules
from patuh.engine.solving.excluding import Drawers
from patuh.engine.solving.gathering import Goals, gathered
from patuh.engine.solving.offered import Sentences
from patuh.engine.solving.witness import Choice, facts_of_choices

Direction = Literal["ketat", "longgar"]
"""Whether the new side finds what the old one does not, or the reverse."""
WHOLE = "semua"
"""Asked for in the place of a check: from no finding that counts to one that does."""
PURE, IMPURE = "murni", "campur"
"""Whether the other side has nothing of that level on the subject, or this check has not."""

Asked = tuple[str, str, str]
"""Direction, kind and check ("h2") or the whole."""
_ASKED = "audit_beda"
_CHOICE = "audit_pilih"

_RULES = f"""
audit_pangkat(catatan, 1). audit_pangkat(peringatan, 2).
audit_pangkat(belum_lengkap, 3). audit_pangkat(pelanggaran, 4).
audit_kena(X, P, S, N) :- audit_pokok(X, T, P, S), audit_pangkat(T, M), N = 1..M.
audit_pada(X, S, N) :- audit_kena(X, _, S, N).
audit_sama(P, S, N) :- audit_kena(sama, P, S, N).
audit_arah(ketat, baru, lama). audit_arah(longgar, lama, baru).
audit_beda(A, campur, P) :-
    audit_arah(A, X, Y), audit_kena(X, P, S, N),
    not audit_kena(Y, P, S, N), not audit_sama(P, S, N).
audit_beda(A, murni, P) :-
    audit_arah(A, X, Y), audit_kena(X, P, S, N),
    not audit_pada(Y, S, N), not audit_pada(sama, S, N).
audit_beda(A, murni, {WHOLE}) :-
    audit_arah(A, X, Y), audit_pada(X, _, 3), not audit_salah(Y), not audit_salah(sama).
audit_salah(X) :- audit_pada(X, _, 3).
audit_berat(P) :- {MAY}temuan((belum_lengkap;pelanggaran), _, P, _, _, _).
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
        count = f"{{ {_CHOICE}(0..{len(choices) - 1}) }}."
        sentences = "\n".join([*facts_of_choices(always, choices), count])
        questions = (_RULES, *_subjects())
        with TemporaryDirectory() as folder:
            path = Path(folder, "rules.aspif")
            control = beside(old, new, differing, sentences, questions, path)
            index = {a[0].number: literal for a, literal in _atoms(control, _CHOICE, 1)}
            asked: dict[Asked, int] = {
                tuple(part.name for part in a): literal  # type: ignore[misc]
                for a, literal in _atoms(control, _ASKED, 3)
            }
            self.grave = frozenset(a[0].name for a, _ in _atoms(control, "audit_berat", 1))
            """The checks that may differ in a finding that counts."""
            del control
            self._rules = GroundRules(path.read_text(encoding="utf-8"), index.values())
        drawers = Drawers(_drawers(index, choices))
        numbers = self._rules.leave_out([*asked.values()], drawers)
        numbered = ((key, numbers[one]) for key, one in asked.items())
        self._asked = {key: one for key, one in numbered if self._rules.derives(one)}
        atoms = {at: numbers[literal] for at, literal in index.items()}
        self._sentences = Sentences(choices, atoms, tuple(required), max(numbers.values()) + 1)
        self._gathered: dict[Goals, Goals] = {}
        self.together(asked for asked in self._asked if asked[1] == IMPURE)
        self._parts: dict[Goals, Choosing] = {}
        self._blocked: dict[Goals, list[Sequence[int]]] = {}

    def together(self, every: Iterable[Asked]) -> None:
        """Of what will be asked, let what rests on much the same be solved together."""
        goals = {self._goals(asked) for asked in every if asked in self._asked}
        self._gathered |= gathered(self._rules, goals)

    def seek(self, asked: Asked, seconds: float) -> Found:
        """The smallest choice under which what is asked holds, of these the most natural one."""
        literal = self._asked.get(asked)
        if literal is None:
            return Found(None, True)
        return Found(*self._part(asked).seek(literal, seconds))

    def block(self, asked: Asked, choice: Sequence[int]) -> None:
        """Let no answer to what is asked hold this choice any more."""
        goals = self._goals(asked)
        self._blocked.setdefault(goals, []).append(choice)
        self._parts[goals] = Choosing(self._rules, goals, self._sentences, alike=True)
        for one in self._blocked[goals]:
            self._parts[goals].block(one)

    def _part(self, asked: Asked) -> Choosing:
        """What the question rests on, and those that are solved with it."""
        own = self._goals(asked)
        goals = own if own in self._blocked else self._gathered.get(own, own)
        if goals not in self._parts:
            self._parts[goals] = Choosing(self._rules, goals, self._sentences)
        return self._parts[goals]

    def _goals(self, asked: Asked) -> Goals:
        """What is asked; of impure differences the same for both directions."""
        ways = (asked[0],) if asked[1] == PURE else get_args(Direction)
        keys = ((way, *asked[1:]) for way in ways)
        return frozenset(self._asked[key] for key in keys if key in self._asked)

    def size(self, choice: Iterable[int]) -> tuple[int, int]:
        """How large a choice is, and how odd."""
        found = [self._sentences.choices[index] for index in choice]
        return sum(one.cost for one in found), sum(one.odd for one in found)


def _drawers(index: Mapping[int, int], choices: Sequence[Choice]) -> Iterable[Sequence[int]]:
    """The atoms of the sentences of which only one is chosen."""
    found: dict[str, list[int]] = {}
    for at, atom in index.items():
        found.setdefault(choices[at].drawer, []).append(atom)
    return (atoms for drawer, atoms in found.items() if drawer and len(atoms) > 1)


def _atoms(
    control: clingo.Control, name: str, arity: int
) -> Iterator[tuple[Sequence[clingo.Symbol], int]]:
    """The arguments and the literal of each atom of a predicate."""
    for one in control.symbolic_atoms.by_signature(name, arity):
        yield one.symbol.arguments, one.literal


def _subjects() -> Iterator[str]:
    """Rules for the findings of the sides: of old and new those that may differ, and the others."""
    for side, given in (
        ("lama", f"temuan(A), {MAY}temuan(A)"),
        ("baru", f"{NEW}temuan(A)"),
        ("sama", f"temuan(A), not {MAY}temuan(A)"),
    ):
        for more in range(5):
            arguments = f"T,R,P,K,G,(S,{','.join(f'X{at}' for at in range(more))})"
            yield f"audit_pokok({side},T,P,S) :- {given.replace('(A)', f'({arguments})')}."
