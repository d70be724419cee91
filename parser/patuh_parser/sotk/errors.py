"""The errors of one text: collected, and the exception that carries them."""

from patuh_parser.sotk.diagnostic import Diagnostic
from patuh_parser.text.span import Span


class SotkError(Exception):
    """A text cannot be read as a proposal; `diagnostics` in the order of the text.

    `source` is the text, where it is another one than the reader was asked to read.
    """

    def __init__(
        self,
        diagnostics: tuple[Diagnostic, ...],
        path: str = "<teks>",
        source: str | None = None,
    ) -> None:
        self.diagnostics = diagnostics
        self.path = path
        self.source = source
        super().__init__(diagnostics, path)

    @property
    def silent(self) -> bool:
        """Whether nothing is wrong with the text but that it proposes nothing."""
        return [item.code for item in self.diagnostics] == ["E007"]

    def __str__(self) -> str:
        """Return one line for each diagnostic, in Indonesian."""
        from patuh_parser.sotk.messages import message

        return "\n".join(
            f"{self.path}:{d.span.line}:{d.span.column}: {d.code} {message(d, 'id')[0]}"
            for d in self.diagnostics
        )


class Diagnostics:
    """Collects the errors of one text; at most `LIMIT` are kept, the rest only counted."""

    LIMIT = 1000

    def __init__(self) -> None:
        self.items: list[Diagnostic] = []
        self.dropped = 0
        self._noted: set[tuple[str, Span, tuple[str, ...]]] = set()

    def full(self) -> bool:
        """Count one more error without looking at it, if no more are kept."""
        if len(self.items) < self.LIMIT:
            return False
        self.dropped += 1
        return True

    def add(
        self,
        code: str,
        span: Span,
        *args: str,
        expected: tuple[str, ...] = (),
        hint: str | None = None,
        hint_args: tuple[str, ...] = (),
        suggestions: tuple[str, ...] = (),
    ) -> None:
        """Note one error."""
        if self.full():
            return
        short = tuple(_short(arg) for arg in args)
        if (code, span, short) in self._noted:  # a subject is read with each of its predicates
            return
        self._noted.add((code, span, short))
        self.items.append(Diagnostic(code, span, short, expected, hint, hint_args, suggestions))

    def take_back(self, count: int) -> None:
        """Forget all errors but the first so many."""
        for item in self.items[count:]:
            self._noted.discard((item.code, item.span, item.args))
        del self.items[count:]

    def raise_if_any(self, path: str) -> None:
        """Raise SotkError if something was noted."""
        if not self.items:
            return
        ordered = sorted(self.items, key=lambda d: (d.span.line, d.span.column, d.code))
        if self.dropped:
            ordered.append(Diagnostic("E006", ordered[-1].span, (str(self.dropped),)))
        raise SotkError(tuple(ordered), path)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."
