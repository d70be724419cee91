"""The search for the smallest examples of which the two sides say different things."""

import itertools
from collections.abc import Iterable
from typing import get_args

from msgspec import Struct

from patuh.engine.solving.difference import (
    IMPURE,
    PURE,
    WHOLE,
    Asked,
    Differences,
    Direction,
    Found,
)
from patuh.knowledge.norms import Fact
from patuh.knowledge.regulations import regulation
from patuh.knowledge.root import using
from patuh.revision.language.sentences import BODY
from patuh.revision.language.vocabulary import language_for
from patuh.revision.replaying import Replay
from patuh.revision.sides import Sides
from patuh_parser.sotk import SotkError

SECONDS = 120.0
"""So long one search may take in any case; the engine bounds its steps."""
_TRIES = 3
"""So many choices may fail when they are written out and read again."""


class Sought(Struct, frozen=True):
    """A proposal that shows a difference, or None; `complete` says whether all was searched."""

    text: str | None
    pure: bool
    complete: bool


class _Smallest(Struct, frozen=True):
    """The smallest proposal that shows a difference, pure or not, and its size."""

    text: str | None
    size: tuple[int, int]
    complete: bool
    choice: tuple[int, ...] = ()

    @property
    def rank(self) -> tuple[tuple[int, int], tuple[int, ...]]:
        """What the smaller, the more natural and the first of these has less of."""
        return self.size, self.choice[::-1]


class Searcher:
    """Seeks examples in the language that speaks of these facts."""

    def __init__(
        self, sides: Sides, facts: Iterable[Fact], replay: Replay, seconds: float = SECONDS
    ) -> None:
        with using(sides.old_root):
            self._language = language_for(regulation(sides.law), facts)
        choices = [sentence.choice for sentence in self._language.sentences]
        always = self._language.always
        self._replay = replay
        self._seconds = seconds
        self._differences = Differences(sides.old, sides.new, sides.change, always, choices, [BODY])
        self._any: dict[tuple[Direction, str], _Smallest] = {}
        self._pure: dict[tuple[Direction, str], _Smallest] = {}
        self._checks = sides.change.checks
        self._ahead: dict[Asked, Found] = {}
        self._begun: set[str] = set()

    def seek(self, direction: Direction, check: str) -> Sought:
        """The smallest example for a check ("h2"), a pure one if there is any.

        The smallest of all is mostly pure, and then the smallest of the pure ones. Errors as of a
        check.
        """
        any_ = self._smallest(direction, check)
        if any_.text is None:
            return Sought(None, False, any_.complete)
        pure = self._smallest_pure(direction, check)
        if pure.text is not None:
            return Sought(pure.text, True, pure.complete)
        return Sought(any_.text, False, pure.complete and any_.complete)

    def whole(self, direction: Direction) -> Sought:
        """The smallest example that goes from no finding that counts to one; errors as of a check.

        It shows a difference in some check too, and a pure one: where the smallest of those goes so
        far, it is it; where there is none, there is none.
        """
        every = [self._smallest(direction, check) for check in sorted(self._differences.grave)]
        if all(one.complete for one in every):
            some = [one for one in every if one.text is not None]
            least = min((one.size for one in some), default=None)
            for one in some:
                text = one.text or ""
                if one.size == least and self._shown(text, direction, WHOLE, pure=True):
                    return Sought(text, True, True)
            every = [self._smallest_pure(direction, o) for o in sorted(self._differences.grave)]
            if all(one.complete for one in every):
                pure = [one for one in every if one.text is not None]
                first = min(pure, key=lambda one: one.rank, default=_Smallest(None, (0, 0), True))
                if first.text is None or self._shown(first.text, direction, WHOLE, pure=True):
                    return Sought(first.text, True, True)
        found = self._seek(direction, WHOLE, PURE)
        return Sought(found.text, True, found.complete)

    def _smallest_pure(self, direction: Direction, check: str) -> _Smallest:
        if self._is_pure(direction, check):
            return self._smallest(direction, check)
        if PURE not in self._begun:
            every = [one for one in self._every() if not self._is_pure(*one)]
            self._differences.together((way, PURE, check) for way, check in every)
            self._begin(PURE, every)
        if (direction, check) not in self._pure:
            self._pure[direction, check] = self._seek(direction, check, PURE)
        return self._pure[direction, check]

    def _is_pure(self, direction: Direction, check: str) -> bool:
        """Whether the smallest example of all is pure, or there is none."""
        text = self._smallest(direction, check).text
        return text is None or self._shown(text, direction, check, pure=True)

    def _smallest(self, direction: Direction, check: str) -> _Smallest:
        if IMPURE not in self._begun:
            self._begin(IMPURE, self._every())
        if (direction, check) not in self._any:
            self._any[direction, check] = self._seek(direction, check, IMPURE)
        return self._any[direction, check]

    def _every(self) -> Iterable[tuple[Direction, str]]:
        return itertools.product(get_args(Direction), self._checks)

    def _begin(self, kind: str, every: Iterable[tuple[Direction, str]]) -> None:
        """Seek all of a kind, once: what is found is read and checked together."""
        self._begun.add(kind)
        for way, check in every:
            asked = way, kind, check
            self._ahead[asked] = self._differences.seek(asked, self._seconds)
        choices = (found.choice for found in self._ahead.values())
        self._replay.together(self._language.text(one) for one in choices if one is not None)

    def _seek(self, direction: Direction, check: str, kind: str) -> _Smallest:
        asked = direction, kind, check
        for _ in range(_TRIES):
            found = self._ahead.pop(asked, None) or self._differences.seek(asked, self._seconds)
            if found.choice is None:
                return _Smallest(None, (0, 0), found.complete)
            text = self._language.text(found.choice)
            if self._shown(text, direction, check, pure=kind == PURE):
                size = self._differences.size(found.choice)
                return _Smallest(text, size, found.complete, found.choice)
            self._differences.block(asked, found.choice)
            for way in get_args(Direction):  # what is blocked may be blocked for both
                self._ahead.pop((way, kind, check), None)
        return _Smallest(None, (0, 0), False)

    def _shown(self, text: str, direction: Direction, check: str, *, pure: bool) -> bool:
        try:
            return self._replay.shows(text, direction, check, pure=pure)
        except SotkError:
            return False
