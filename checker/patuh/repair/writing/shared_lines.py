"""Edits of lines that hold more than one sentence: what is not changed stays to the letter."""

from collections.abc import Callable, Iterator, Sequence

from patuh.finding import Edit
from patuh.repair.candidates.candidate import Candidate
from patuh_parser.text.span import Span


def shared_lines(
    lines: Sequence[str], chosen: Sequence[Candidate], text_of: Callable[[Candidate], str]
) -> Iterator[Edit]:
    """One edit for each stretch of lines that the sentences of these candidates lie on.

    `text_of` gives what takes the place of a sentence; nothing takes it away.
    """
    ordered = sorted((c for c in chosen if c.item is not None), key=lambda c: _span(c).line)
    stretches: list[list[Candidate]] = []
    for candidate in ordered:
        if stretches and _span(candidate).line <= max(_span(c).end_line for c in stretches[-1]):
            stretches[-1].append(candidate)
        else:
            stretches.append([candidate])
    for group in stretches:
        first = min(_span(c).line for c in group)
        last = max(_span(c).end_line for c in group)
        yield Edit(first, last, _written(lines[first - 1 : last], first, group, text_of))


def _written(
    lines: Sequence[str],
    first: int,
    chosen: Sequence[Candidate],
    text_of: Callable[[Candidate], str],
) -> tuple[str, ...]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    text = "\n".join(lines)
    for candidate in sorted(chosen, key=lambda c: (_span(c).line, _span(c).column), reverse=True):
        span = _span(candidate)
        begin = starts[span.line - first] + span.column - 1
        end = starts[span.end_line - first] + span.end_column - 1
        new = text_of(candidate)
        before, after = text[:begin], text[end:]
        text = f"{before}{new}{after}" if new else f"{before.rstrip(' ')} {after.lstrip(' ')}"
    return tuple(line.rstrip() for line in text.strip().split("\n") if line.strip())


def _span(candidate: Candidate) -> Span:
    assert candidate.item is not None
    return candidate.item.span
