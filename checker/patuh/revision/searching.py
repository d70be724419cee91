"""The search for the smallest examples of which the two sides say different things."""

from collections.abc import Iterable

from msgspec import Struct

from patuh.engine.solving.difference import IMPURE, PURE, WHOLE, Differences, Direction
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
        self._possible, self._open = self._differences.possible(seconds)

    def seek(self, direction: Direction, check: str) -> Sought:
        """The smallest example for a check ("h2") or the whole, a pure one if there is any.

        Errors as of a check.
        """
        pure = self._seek(direction, check, pure=True)
        if pure.text is not None or check == WHOLE:
            return pure
        impure = self._seek(direction, check, pure=False)
        complete = pure.complete and impure.complete
        return Sought(impure.text, False, complete)

    def _seek(self, direction: Direction, check: str, *, pure: bool) -> Sought:
        asked = direction, PURE if pure else IMPURE, check
        if asked not in self._possible:
            return Sought(None, pure, asked not in self._open)
        for _ in range(_TRIES):
            found = self._differences.seek(asked, self._seconds)
            if found.choice is None:
                return Sought(None, pure, found.complete)
            text = self._language.text(found.choice)
            if self._shown(text, direction, check, pure=pure):
                return Sought(text, pure, found.complete)
            self._differences.block(found.choice)
        return Sought(None, pure, False)

    def _shown(self, text: str, direction: Direction, check: str, *, pure: bool) -> bool:
        try:
            return self._replay.shows(text, direction, check, pure=pure)
        except SotkError:
            return False
