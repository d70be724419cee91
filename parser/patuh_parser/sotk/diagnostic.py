"""One thing that is wrong with a text, free of any language."""

from msgspec import Struct

from patuh_parser.text.span import Span


class Diagnostic(Struct, frozen=True):
    """One error, free of any language; `messages.message` puts it into words.

    `args` fill the message. `expected` are keys of things that would have been in order.
    `hint` is the code of a piece of advice, `hint_args` fill it. `suggestions` are nearest
    known words or names, best first.
    """

    code: str
    span: Span
    args: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    hint: str | None = None
    hint_args: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
