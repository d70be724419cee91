"""The lines of the steps of a workflow after a repair: only those that change are written anew."""

import re
from collections.abc import Iterable, Iterator, Sequence

from patuh.finding import Edit
from patuh.repair.candidates.candidate import Candidate
from patuh.repair.items import STEP_GAP, Item
from patuh.repair.writing.comments import comment
from patuh.repair.writing.wordmerge import merged
from patuh_parser.sotk import model as m
from patuh_parser.sotk.printing.flows import step_text
from patuh_parser.sotk.printing.phrases import Phrases

_STEP = re.compile(r"(\s*)(\d+)([.)]\s+)(.*)")


class StepLines:
    """Writes the steps of the workflows of one source text."""

    def __init__(self, lines: Sequence[str], phrases: Phrases) -> None:
        self._lines = lines
        self._phrases = phrases

    def edits(
        self, workflow: m.Workflow, items: Iterable[Item], candidates: Sequence[Candidate]
    ) -> list[Edit]:
        """The steps of a workflow in their new order, numbered anew; `items` are all its items."""
        headed = self._lines[workflow.span.line - 1].lstrip().upper().startswith("ALUR")
        if workflow.kind == m.RULES and not headed:
            return self._in_place(candidates)
        rows: list[tuple[int, str]] = []
        gone = {id(c.item): c for c in candidates if c.item is not None}
        indent = "  "
        spans = []
        for item in items:
            if not isinstance(item.nodes[0], m.Step):
                continue
            spans.append(item.span)
            text = "\n".join(self._lines[item.span.line - 1 : item.span.end_line])
            match = _STEP.match(text)
            if match:
                indent = match[1]
                rest = text[match.end(3) :]
                if id(item) not in gone:
                    rows.append((item.nodes[0].number * STEP_GAP, rest))
                else:
                    rows += self._changed(item, gone[id(item)], rest)
        for candidate in candidates:
            if isinstance(candidate.node, m.Step) and candidate.item is None:
                rows.append((candidate.node.number, self._step(candidate.node)))
        ordered = [text for _, text in sorted(rows, key=lambda row: row[0])]
        lines = [f"{indent}{place}. {text}" for place, text in enumerate(ordered, 1)]
        new = tuple(part for line in lines for part in line.split("\n"))
        if spans:
            first = min(span.line for span in spans)
            last = max(span.end_line for span in spans)
            return list(_differences(self._lines[first - 1 : last], new, first))
        last_row = max([workflow.span.line, *(a.span.end_line for a in workflow.attributes)])
        return [Edit(last_row + 1, last_row, new)]

    def _in_place(self, candidates: Iterable[Candidate]) -> list[Edit]:
        """Rules that change or go, each where it stands, with what shares its lines."""
        changed = [(c.item, c) for c in candidates if c.item is not None]
        changed.sort(key=lambda one: (one[0].span.line, one[0].span.column), reverse=True)
        found: dict[tuple[int, int], str] = {}
        for item, candidate in changed:
            span = item.span
            where = span.line, span.end_line
            text = found.get(where, "\n".join(self._lines[span.line - 1 : span.end_line]))
            start, end = span.column - 1, text.rfind("\n") + span.end_column
            said = [row for _, row in self._changed(item, candidate, text[start:end])]
            found[where] = text[:start] + " ".join(said) + text[end:]
        return [
            Edit(*where, tuple(line.rstrip() for line in text.split("\n")) if text.strip() else ())
            for where, text in found.items()
        ]

    def _changed(self, item: Item, candidate: Candidate, written: str) -> list[tuple[int, str]]:
        """What comes of a step: it changed, in its own words, and others of the same sentence."""
        node = candidate.node
        if not isinstance(node, m.Step):
            return []
        old = candidate.old
        assert isinstance(old, m.Step)
        text = self._step(node)
        if len(item.nodes) == 1 and "\n" not in written:
            code = written[: len(written) - len(comment(written))]
            text = merged(code, self._step(old), text)
        others = [other for other in item.nodes if isinstance(other, m.Step) and other is not old]
        return [
            *((other.number * STEP_GAP, self._step(other)) for other in others),
            (node.number, text),
        ]

    def _step(self, step: m.Step) -> str:
        """A step as a sentence, with the abbreviation that the regulations write in capitals."""
        return re.sub(r"\blkpj\b", "LKPJ", step_text(step, self._phrases))


def _differences(old: Sequence[str], new: Sequence[str], first: int) -> Iterator[Edit]:
    from difflib import SequenceMatcher

    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(first + a, first + b - 1, tuple(new[c:d]))
