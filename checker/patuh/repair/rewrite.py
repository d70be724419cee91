"""Chosen candidates as edits of the source, and the source with edits applied.

Comments and layout stay: only the lines of a changed sentence are written anew, a list whose
last entry goes loses its heading, and steps are renumbered where steps come or go.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from patuh.finding import Edit
from patuh.repair.candidate import Candidate
from patuh.repair.items import STEP_GAP, Item, Items
from patuh_parser.sotk import model as m
from patuh_parser.sotk.phrases import Phrases
from patuh_parser.sotk.print_flows import step_text
from patuh_parser.sotk.printer import statement_text

_ITEM = re.compile(r"\s*[-•*–]\s")
_STEP = re.compile(r"(\s*)(\d+)([.)]\s+)(.*)")
_PART = re.compile(r"(STRUKTUR|BAGAN|ALUR)\b")


class Rewriter:
    """Writes candidates into one source text."""

    def __init__(self, source: str, items: Items, phrases: Phrases) -> None:
        self._lines = source.splitlines()
        self._ends_with_newline = source.endswith("\n")
        self._items = items
        self._phrases = phrases

    def edits(self, chosen: Sequence[Candidate]) -> tuple[Edit, ...]:
        """The edits for a set of candidates, in the order of the text."""
        found: list[Edit] = []
        touched: dict[int, list[Candidate]] = {}
        for candidate in chosen:
            if _concerns_steps(candidate):
                touched.setdefault(candidate.workflow or 0, []).append(candidate)
            else:
                found += self._single(candidate)
        for workflow, candidates in touched.items():
            found += self._steps(workflow, candidates)
        merged = _merged(found)
        return tuple(replace(edit, old=self._old(edit)) for edit in merged)

    def apply(self, edits: Iterable[Edit]) -> str:
        """The source with the edits applied."""
        lines = list(self._lines)
        for edit in sorted(edits, key=lambda e: (e.first, e.last), reverse=True):
            lines[edit.first - 1 : edit.last] = edit.lines
        return "\n".join(lines) + ("\n" if self._ends_with_newline else "")

    def _old(self, edit: Edit) -> tuple[str, ...]:
        return tuple(self._lines[edit.first - 1 : edit.last])

    def _single(self, candidate: Candidate) -> list[Edit]:
        node, item = candidate.node, candidate.item
        if item is None:
            return [self._insertion(candidate)]
        if node is None:
            return self._removal(item)
        if isinstance(node, m.Attribute):
            indent = _indent(self._lines[item.span.line - 1])
            return [Edit(item.span.line, item.span.end_line, (f"{indent}{_attribute(node)}",))]
        assert not isinstance(node, m.Step)
        return self._replacement(item, candidate, node)

    def _replacement(self, item: Item, candidate: Candidate, node: m.Statement) -> list[Edit]:
        span = item.span
        text = statement_text(node, self._phrases)
        others = [other for other in item.nodes if other is not candidate.old]
        others = [other for other in others if not isinstance(other, m.Classification)]
        first = self._lines[span.line - 1]
        if _ITEM.match(first):
            moved = self._into_list(item, node)
            insertion = moved or self._insertion(Candidate(0, node))
            return [*self._removal(item), insertion]
        kept = [statement_text(other, self._phrases) for other in others]  # type: ignore[arg-type]
        subject = first[: span.column - 1]
        if subject.strip():
            return [*self._removal(item), self._insertion(Candidate(0, node))]
        if span.column > 1 and not others:
            own = self._predicate(node, text)
            if own is None:
                return [*self._removal(item), self._insertion(Candidate(0, node))]
            return [Edit(span.line, span.end_line, (f"{subject}{own}",))]
        return [Edit(span.line, span.end_line, tuple(f"{line}" for line in [*kept, text]))]

    def _predicate(self, node: m.Statement, text: str) -> str | None:
        """The sentence without its subject, if the old subject still is its subject."""
        name = getattr(node, "source", None) or getattr(node, "unit", None)
        if name is None:
            return None
        spelled = self._phrases.name(name)
        return text[len(spelled) + 1 :] if text.startswith(f"{spelled} ") else None

    def _into_list(self, item: Item, node: m.Statement) -> Edit | None:
        """A list entry under the list of the same heading of the new subject, if there is one."""
        if not isinstance(node, m.Line):
            return None
        heading = {n.unsur for n in item.nodes if isinstance(n, m.Classification)}
        last: Item | None = None
        for other in self._items.all:
            line = next((n for n in other.nodes if isinstance(n, m.Line)), None)
            same = {n.unsur for n in other.nodes if isinstance(n, m.Classification)} == heading
            alike = line is not None and (line.source, line.kind) == (node.source, node.kind)
            if alike and same and _ITEM.match(self._lines[other.span.line - 1]):
                last = other
        if last is None:
            return None
        marker = self._lines[last.span.line - 1]
        prefix = marker[: last.span.column - 1]
        text = f"{prefix}{self._phrases.name(node.target or '')}"
        return Edit(last.span.end_line + 1, last.span.end_line, (text,))

    def _removal(self, item: Item) -> list[Edit]:
        """Takes the sentence's lines, and the headings that would be left without content."""
        first, last = item.span.line, item.span.end_line
        row = first - 1
        while row >= 1 and self._dangling(row, last):
            first = row
            row -= 1
        return [Edit(first, last, ())]

    def _dangling(self, row: int, last: int) -> bool:
        """Whether line `row` introduces only what stands directly below, up to `last`."""
        head, gone = self._lines[row - 1], self._lines[row]
        if not head.strip() or head.lstrip().startswith("#") or _PART.match(head):
            return False
        following = self._lines[last] if last < len(self._lines) else ""
        if head.rstrip().endswith(":"):
            return bool(_ITEM.match(gone)) and not _ITEM.match(following)
        if head.rstrip().endswith(".") or _ITEM.match(head):
            return False
        deeper = len(_indent(following)) > len(_indent(head)) and bool(following.strip())
        return len(_indent(gone)) > len(_indent(head)) and not deeper

    def _insertion(self, candidate: Candidate) -> Edit:
        node = candidate.node
        if isinstance(node, m.Attribute):
            workflow = self._workflow(candidate.workflow or 0)
            row = workflow.span.line
            rows = [attribute.span.end_line for attribute in workflow.attributes]
            return Edit(max([row, *rows]) + 1, max([row, *rows]), (f"  {_attribute(node)}",))
        assert node is not None
        assert not isinstance(node, m.Step)
        text = statement_text(node, self._phrases).splitlines()
        row = self._end_of_structure()
        return Edit(row + 1, row, tuple(text))

    def _end_of_structure(self) -> int:
        """The last line of the structure that holds a sentence."""
        last = start = 0
        for number, line in enumerate(self._lines, 1):
            if match := _PART.match(line):
                if match[1] == "STRUKTUR":
                    start = last = number
                elif start:
                    break
            elif start and line.strip() and not line.lstrip().startswith("#"):
                last = number
        return last or len(self._lines)

    def _workflow(self, number: int) -> m.Workflow:
        return next(w for w in self._items.proposal.workflows if w.id == number)

    def _steps(self, number: int, candidates: Sequence[Candidate]) -> list[Edit]:
        """The steps of a workflow in their new order, numbered anew."""
        workflow = self._workflow(number)
        rows: list[tuple[int, str]] = []
        gone = {id(c.item) for c in candidates if c.item is not None}
        indent = "  "
        spans = []
        for item in self._items.all:
            if item.workflow != number or not isinstance(item.nodes[0], m.Step):
                continue
            spans.append(item.span)
            text = "\n".join(self._lines[item.span.line - 1 : item.span.end_line])
            match = _STEP.match(text)
            if match:
                indent = match[1]
                if id(item) not in gone:
                    rest = text[match.end(3) :]
                    rows.append((item.nodes[0].number * STEP_GAP, rest))
        for candidate in candidates:
            if isinstance(candidate.node, m.Step):
                rows.append((candidate.node.number, step_text(candidate.node, self._phrases)))
        ordered = [text for _, text in sorted(rows, key=lambda row: row[0])]
        lines = [f"{indent}{place}. {text}" for place, text in enumerate(ordered, 1)]
        new = tuple(part for line in lines for part in line.split("\n"))
        if spans:
            first = min(span.line for span in spans)
            last = max(span.end_line for span in spans)
            return list(_differences(self._lines[first - 1 : last], new, first))
        last_row = max([workflow.span.line, *(a.span.end_line for a in workflow.attributes)])
        return [Edit(last_row + 1, last_row, new)]


def _differences(old: Sequence[str], new: Sequence[str], first: int) -> Iterator[Edit]:
    from difflib import SequenceMatcher

    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(first + a, first + b - 1, tuple(new[c:d]))


def _concerns_steps(candidate: Candidate) -> bool:
    subject = candidate.item.nodes[0] if candidate.item is not None else candidate.node
    return isinstance(subject, m.Step)


def _attribute(node: m.Attribute) -> str:
    return f"{node.keyword}: {node.text}"


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _merged(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in order; insertions at one place become one."""
    ordered = sorted(edits, key=lambda edit: (edit.first, edit.last))
    result: list[Edit] = []
    for edit in ordered:
        if result and (result[-1].first, result[-1].last) == (edit.first, edit.last):
            previous = result.pop()
            edit = Edit(edit.first, edit.last, (*previous.lines, *edit.lines))
        result.append(edit)
    return result
