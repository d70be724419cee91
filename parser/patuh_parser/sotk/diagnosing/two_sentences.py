"""Two sentences that were written as one."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.meant import meant

Reads = Callable[[Sequence[Token]], bool]
"""Whether tokens are a sentence of the grammar."""

_LONGEST = 120
"""Longer sentences are not taken apart: each joint in them would be tried."""
_SUBJECT = frozenset({"NAME", "DAN", "COMMA", "SELURUH", "GROUP"})
_ENUMERATING = frozenset({"NAME", "DAN", "COMMA", "DOT", "WORD"})
_TOWARD = frozenset({"KEPADA", "DENGAN", "PREPOSITION"})
_VERBAL = re.compile(r"(?:me|ber|di|ter)[a-z]{3,}")
"""How the verbs of steps begin that are not known: `para Camat` is no act."""
_PASSIVE = re.compile(r"di[a-z]{3,}")


def two_sentences(
    tokens: Sequence[Token], place: int, reads: Reads, errors: Diagnostics, step: bool
) -> bool:
    """Note that what stands before the error is a sentence, and what follows is another one.

    Both are written out where they can be read; else the first of them.
    """
    if len(tokens) > _LONGEST:
        return False
    for cut in range(min(place, len(tokens) - 1), 0, -1):
        width = _joint(tokens, cut)
        first = _ended(tokens[:cut], tokens)
        if not width or not _says_something(first, step) or not reads(first):
            continue
        rest = tokens[cut + width :]
        others = _seconds(tokens[:cut], rest, tokens[cut], step)
        second = next((o for o in others if _says_something(o, step) and reads(o)), None)
        if second is None and (cut < place - 2 or not _goes_on(tokens[cut + width - 1], rest)):
            continue
        texts = [_text(one) for one in (first, second or ())]
        hint = "H_TWO_STEPS" if step else "H_TWO_SENTENCES"
        hint += "" if second else "_FIRST"
        code = "E510" if step else "E413"
        told = tokens[max(place, cut + (tokens[cut].type == "DAN"))]
        errors.add(code, told.span, told.text, hint=hint, hint_args=tuple(texts))
        return True
    return False


def _joint(tokens: Sequence[Token], at: int) -> int:
    """How many tokens from `at` on join two sentences."""
    token = tokens[at]
    words = meant().joints
    if token.type == "COMMA":
        return 1 + (at + 1 < len(tokens) and tokens[at + 1].text in words)
    return int(token.text in words and tokens[at - 1].type != "COMMA")


def _says_something(first: Sequence[Token], step: bool) -> bool:
    """Whether the tokens hold more than names: a mere name is a sentence too."""
    verbs = [token for token in first if token.type == "WORD" and _VERBAL.match(token.text)]
    return bool(step and verbs) or any(token.type not in _ENUMERATING for token in first)


def _goes_on(joint: Token, rest: Sequence[Token]) -> bool:
    """Whether what follows the joint is the rest of a sentence and no further name or word."""
    if joint.type == "COMMA" or not rest or rest[0].type == "DOT":
        return False
    return joint.type not in ("DAN", "KEMUDIAN") or rest[0].type not in ("NAME", "VARIABLE")


def _seconds(
    before: Sequence[Token], rest: Sequence[Token], joint: Token, step: bool
) -> Iterator[Sequence[Token]]:
    """What the second sentence may be: with a subject of its own, with one of the first, or the
    first with other names."""
    yield rest
    if rest and rest[0].text in meant().pointing:
        return
    if step and rest and _PASSIVE.match(rest[0].text):
        return  # the report is forwarded, not who submitted it
    names = [token for token in before if token.type == "NAME"]
    if joint.text == "yang" and names:
        yield [names[-1], *rest]
    subject = []
    for token in before:
        if token.type not in _SUBJECT:
            break
        subject.append(token)
    yield [*subject, *rest]
    to = max((at for at, token in enumerate(before) if token.type in _TOWARD), default=-1)
    if to >= 0:  # the same once more, to others
        yield [*before[: to + 1], *rest]


def _ended(part: Sequence[Token], tokens: Sequence[Token]) -> list[Token]:
    last = tokens[-1]
    dot = last if last.type == "DOT" else replace(part[-1], type="DOT", value=".")
    return [*(part[:-1] if part[-1].type == "COMMA" else part), dot]


def _text(tokens: Sequence[Token]) -> str:
    words = [token.text for token in tokens if token.type != "DOT"]
    text = " ".join(words).replace(" ,", ",")
    return f"{text}." if text else ""
