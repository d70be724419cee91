"""Chosen candidates as edits of the source, and the source with edits applied.

Comments and layout stay: only the lines of a changed sentence are written anew, a list whose
last entry goes loses its heading, and steps are renumbered where steps come or go.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from patuh.finding import Edit
from patuh.repair.candidates.candidate import Candidate
from patuh.repair.items import Item, Items
from patuh.repair.writing.changed_workflow import changed
from patuh.repair.writing.comments import comment, commented, indent
from patuh.repair.writing.edited import edited
from patuh.repair.writing.line_marks import ENTRY, PART
from patuh.repair.writing.shared_lines import shared_lines
from patuh.repair.writing.step_lines import StepLines
from patuh.repair.writing.wordmerge import merged
from patuh_parser.sotk import model as m
from patuh_parser.sotk.printing.flows import flow_lines
from patuh_parser.sotk.printing.phrases import Phrases
from patuh_parser.sotk.printing.proposal import PASSIVES, amendment_text, statement_text
from patuh_parser.text.source import text_lines

_PASSIVE = re.compile(r"\bdi\w+ oleh\b")
_PARTS = ("PERUBAHAN", "STRUKTUR", "BAGAN", "ALUR")


class Rewriter:
    """Writes candidates into one source text."""

    def __init__(self, source: str, items: Items, phrases: Phrases) -> None:
        self._text = source
        self.lines = text_lines(source)
        self._items = items
        self._own = [item for item in items.all if not item.standing]
        self._phrases = phrases
        self._step_lines = StepLines(self.lines, phrases)
        self._opened: set[str] = set()
        """The parts that the edits being made have opened already."""

    def edits(self, chosen: Sequence[Candidate]) -> tuple[Edit, ...]:
        """The edits for a set of candidates, in the order of the text."""
        found: list[Edit] = []
        touched: dict[int, list[Candidate]] = {}
        self._opened.clear()
        chosen = [part for candidate in chosen for part in (candidate, *candidate.more)]
        shared, chosen = self._sharing_lines(chosen)
        found += shared_lines(self.lines, shared, self._sentences)
        for candidate in chosen:
            standing = candidate.workflow is not None and self._standing(candidate.workflow)
            if standing or _concerns_steps(candidate):
                touched.setdefault(candidate.workflow or 0, []).append(candidate)
            else:
                found += self._single(candidate)
        for workflow, candidates in touched.items():
            if self._standing(workflow):
                found.append(self._beside(changed(self._items.workflow(workflow), candidates)))
            else:
                found += self._step_lines.edits(
                    self._items.workflow(workflow), self._items.of_workflow(workflow), candidates
                )
        joined = _joined(found)
        return tuple(commented(replace(edit, old=self._old(edit))) for edit in joined)

    def _sharing_lines(
        self, chosen: Sequence[Candidate]
    ) -> tuple[list[Candidate], list[Candidate]]:
        """The candidates for sentences that share a line with others, and the rest."""
        shared: list[Candidate] = []
        rest: list[Candidate] = []
        for candidate in chosen:
            item = candidate.item
            if item is None or item.standing or item.workflow is not None:
                rest.append(candidate)
            elif self._items.shares_a_line(item):
                shared.append(candidate)
            else:
                rest.append(candidate)
        return shared, rest

    def _sentences(self, candidate: Candidate) -> str:
        """What stands in the place of the sentence of a candidate, on one line."""
        item = candidate.item
        if item is None or candidate.node is None:
            return ""
        also = {id(old): new for old, new in candidate.also}
        nodes = [candidate.node if n is candidate.old else also.get(id(n), n) for n in item.nodes]
        texts = [statement_text(node, self._phrases) for node in nodes]  # type: ignore[arg-type]
        return " ".join(" ".join(text.split("\n")) for text in texts)

    def apply(self, edits: Iterable[Edit]) -> str:
        """The source with the edits applied."""
        return edited(self._text, edits)

    def _old(self, edit: Edit) -> tuple[str, ...]:
        return tuple(self.lines[edit.first - 1 : edit.last])

    def _single(self, candidate: Candidate) -> list[Edit]:
        node, item = candidate.node, candidate.item
        if candidate.amendment is not None:
            return [self.amending(candidate.amendment)]
        if item is None or item.standing:
            return [self._insertion(candidate)]
        if node is None:
            return self._removal(item)
        if isinstance(node, m.Attribute):
            before = indent(self.lines[item.span.line - 1])
            return [Edit(item.span.line, item.span.end_line, (f"{before}{_attribute(node)}",))]
        assert not isinstance(node, (m.Step, m.Workflow))
        return self._replacement(item, candidate, node)

    def _replacement(self, item: Item, candidate: Candidate, node: m.Statement) -> list[Edit]:
        span = item.span
        text = self._spelled(item, candidate.old, statement_text(node, self._phrases))
        first = self.lines[span.line - 1]
        others = [other for other in item.nodes if other is not candidate.old]
        if ENTRY.match(first):  # what the heading of a list says of its entries, it goes on saying
            others = [other for other in others if not isinstance(other, m.Classification)]
        if candidate.also and not ENTRY.match(first):
            also = [new for _, new in candidate.also]
            more = [statement_text(other, self._phrases) for other in also]  # type: ignore[arg-type]
            return [Edit(span.line, span.end_line, (text, *more))]
        if _PASSIVE.search(first) and isinstance(node, m.Line) and not others:
            return self._passive(item, candidate, node)
        if isinstance(node, m.Classification) and " merupakan " in first:
            text = f"{self._phrases.name(node.unit)} merupakan {text.splitlines()[0][:-1]}."
        if ENTRY.match(first) and isinstance(node, m.Membership):
            text = f"{self._phrases.name(node.member)} (pimpinan lembaga)"
            return [Edit(span.line, span.end_line, (f"{first[: span.column - 1]}{text}",))]
        if ENTRY.match(first):
            moved = None if candidate.also else self._into_list(item, node)
            insertion = moved or self._insertion(Candidate(0, node))
            return [*self._removal(item), insertion]
        kept = [statement_text(other, self._phrases) for other in others]  # type: ignore[arg-type]
        subject = first[: span.column - 1]
        if subject.strip():
            return [*self._removal(item), self._insertion(Candidate(0, node))]
        if span.column > 1:
            said: list[tuple[Any, str]] = [*zip(others, kept, strict=True), (node, text)]
            own = [self._predicate(one, sentence) for one, sentence in said]
            if None in own or _subject(node) != _subject(candidate.old):
                new = [self._insertion(Candidate(0, one)) for one, _ in said]
                return [*self._removal(item), *new]
            return [Edit(span.line, span.end_line, tuple(f"{subject}{line}" for line in own))]
        lines = [line for sentence in (*kept, text) for line in sentence.splitlines()]
        return [Edit(span.line, span.end_line, tuple(lines))]

    def _spelled(self, item: Item, old: object, text: str) -> str:
        """The new sentence in the words of the old one, where it is one line of its own."""
        span = item.span
        whole = self.lines[span.line - 1]
        alone = span.line == span.end_line and span.column == 1 and len(item.nodes) == 1
        whole = whole[: len(whole) - len(comment(whole))]
        if not alone or whole.strip().endswith(":") or "\n" in text:
            return text
        return merged(whole, statement_text(old, self._phrases), text)  # type: ignore[arg-type]

    def _passive(self, item: Item, candidate: Candidate, node: m.Line) -> list[Edit]:
        """A sentence that names first whom it is about keeps that form where it can."""
        span, old = item.span, candidate.old
        verb = PASSIVES.get(node.kind)
        kept = isinstance(old, m.Line) and old.target == node.target and len(item.nodes) == 1
        if verb is None or not kept or node.source is None or node.modality or node.negated:
            return [*self._removal(item), self._insertion(Candidate(0, node))]
        first = self.lines[span.line - 1]
        subject = first[: span.column - 1]
        if not subject:
            subject = f"{self._phrases.name(node.target or '')} "
        return [Edit(span.line, span.end_line, (f"{subject}{verb} {self._source(node)}.",))]

    def _source(self, node: m.Line) -> str:
        return self._phrases.name(node.source or "")

    def _predicate(self, node: m.Statement, text: str) -> str | None:
        """The sentence without its subject, if the old subject still is its subject."""
        name = _subject(node)
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
        for other in self._own:
            line = next((n for n in other.nodes if isinstance(n, m.Line)), None)
            same = {n.unsur for n in other.nodes if isinstance(n, m.Classification)} == heading
            alike = line is not None and (line.source, line.kind) == (node.source, node.kind)
            if alike and same and ENTRY.match(self.lines[other.span.line - 1]):
                last = other
        if last is None:
            return None
        marker = self.lines[last.span.line - 1]
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
        head, gone = self.lines[row - 1], self.lines[row]
        if not head.strip() or head.lstrip().startswith("#") or PART.match(head):
            return False
        following = self.lines[last] if last < len(self.lines) else ""
        if head.rstrip().endswith(":"):
            return bool(ENTRY.match(gone)) and not ENTRY.match(following)
        if head.rstrip().endswith(".") or ENTRY.match(head):
            return False
        deeper = len(indent(following)) > len(indent(head)) and bool(following.strip())
        return len(indent(gone)) > len(indent(head)) and not deeper

    def _insertion(self, candidate: Candidate) -> Edit:
        node = candidate.node
        if isinstance(node, m.Workflow):
            return self._beside(node)
        if isinstance(node, m.Attribute):
            workflow = self._items.workflow(candidate.workflow or 0)
            row = workflow.span.line
            rows = [attribute.span.end_line for attribute in workflow.attributes]
            return Edit(max([row, *rows]) + 1, max([row, *rows]), (f"  {_attribute(node)}",))
        assert node is not None
        assert not isinstance(node, m.Step)
        text = statement_text(node, self._phrases).splitlines()
        listed = self._into_members(node) if isinstance(node, m.Membership) else None
        if listed is not None:
            return listed
        return self._into_part("STRUKTUR", text)

    def amending(self, amendment: m.Amendment) -> Edit:
        """A further sentence of PERUBAHAN."""
        return self._into_part("PERUBAHAN", [self.amendment(amendment)])

    def amendment(self, amendment: m.Amendment) -> str:
        """A sentence of PERUBAHAN."""
        return amendment_text(amendment, self._phrases)

    def _into_part(self, part: str, text: Sequence[str]) -> Edit:
        """Lines at the end of a part, which is opened before those that follow it."""
        end = self._end_of(part)
        if end is not None:
            return Edit(end + 1, end, tuple(text))
        opening = () if part in self._opened else (part, "")
        self._opened.add(part)
        later = _PARTS[_PARTS.index(part) + 1 :]
        heads = (n for n, line in enumerate(self.lines, 1) if line.startswith(later))
        first = next(heads, None)
        if first is None:
            row = len(self.lines)
            return Edit(row + 1, row, ("", *opening, *text) if opening else tuple(text))
        return Edit(first, first - 1, (*opening, *text, ""))

    def _into_members(self, node: m.Membership) -> Edit | None:
        """A member below the last one of its forum."""
        rows = [
            item.span
            for item in self._own
            for other in item.nodes
            if isinstance(other, m.Membership) and other.forum == node.forum
        ]
        if not rows or not ENTRY.match(self.lines[rows[-1].line - 1]):
            return None
        prefix = self.lines[rows[-1].line - 1][: rows[-1].column - 1]
        row = rows[-1].end_line
        return Edit(row + 1, row, (f"{prefix}{self._phrases.name(node.member)}",))

    def _beside(self, node: m.Workflow) -> Edit:
        """A workflow at the end of the file."""
        row = len(self.lines)
        return Edit(row + 1, row, ("", *flow_lines(node, self._phrases)))

    def _end_of(self, part: str) -> int | None:
        """The last line of the part that holds a sentence; None without such a part."""
        last: int | None = None
        start: int = 0
        for number, line in enumerate(self.lines, 1):
            if match := PART.match(line):
                if match[1] == part:
                    last, start = number, number
                elif start:
                    break
            elif start and line.strip() and not line.lstrip().startswith("#"):
                last = number
        return last

    def _standing(self, number: int) -> bool:
        """Whether the workflow stands in the base."""
        return bool(self._items.workflow(number).span.file)


def _concerns_steps(candidate: Candidate) -> bool:
    subject = candidate.item.nodes[0] if candidate.item is not None else candidate.node
    return isinstance(subject, m.Step)


def _attribute(node: m.Attribute) -> str:
    return f"{node.keyword}: {node.text}"


def _joined(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in order; insertions at one place become one."""
    ordered = sorted(edits, key=lambda edit: (edit.first, edit.last))
    result: list[Edit] = []
    for edit in ordered:
        if result and (result[-1].first, result[-1].last) == (edit.first, edit.last):
            previous = result.pop()
            edit = Edit(edit.first, edit.last, (*previous.lines, *edit.lines))
        result.append(edit)
    return result


def _subject(node: object) -> str | None:
    """Whom a sentence names first."""
    name: str | None = getattr(node, "source", None) or getattr(node, "unit", None)
    return name
