"""Tables row by row: what a sentence says with each row in its place, as data in `rows/`.

A file has sections, parted by blank lines:

    ## objects
    A Dinas Sosial menyampaikan {} kepada Bupati.
    perda ; raperda ; rancangan perda
    => Step actor='Dinas Sosial' act='menyampaikan' object='perda' targets=('bupati',)

First the table; words behind it pick the rows that begin with one of them (after `!`, that do not).
Then the frame: a sentence of STRUKTUR (S), a step (A), a sentence of PERUBAHAN (P), or a text of
its own (T), in which `\\n` ends a line and `…` is some step; or sentences of STRUKTUR of their
own (N), of which the units are shown, or the same in Paser (M). `{}` stands for the row, `{_}` for
it with blanks for `_`, `{^}` for it with a capital.
Then rows, and what each of them gives; where a row is a pattern, every phrase that it allows.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from sotk_support import HEADER, brief, names_of

from patuh_parser.sotk import Diagnostic, SotkError, message, read_proposal
from patuh_parser.sotk.model import Proposal
from patuh_parser.sotk.parsing import rules
from patuh_parser.sotk.wordings import spelt

vars(rules)["MOST_STEPS"] = 10_000
"""The rules of all rows stand in one proposal, since some rest on a sentence of another row."""

USUAL = "Bupati menerima hal."
"""A step that stands where one must stand; what it says is not shown."""
STARTS = {
    "S": (f"{HEADER}STRUKTUR\nBupati.\n", "Bupati."),
    "A": (f'{HEADER}ALUR kegiatan "U"\n  1. {USUAL}\n', USUAL),
    "P": (
        f"{HEADER.rstrip()}\nTERHADAP : a.sotk\nPERUBAHAN\nmenghapus Dinas Lama.\n",
        "menghapus Dinas Lama.",
    ),
}
"""What stands before the sentences of a section, and in the place of one that is not read."""

Groups = list[tuple[list[str], list[str]]]
"""Rows, and what each of them gives."""


class Section(Struct):
    """Rows of one table in one frame."""

    head: str
    frame: str
    groups: Groups

    @property
    def table(self) -> str:
        """The name of its table."""
        return self.head.split()[0]

    @property
    def rows(self) -> list[str]:
        """All its rows."""
        return [row for rows, _ in self.groups for row in rows]

    def takes(self, row: str) -> bool:
        """Whether a row of the table belongs here."""
        starts = self.head.partition(" ")[2]
        return row.startswith(tuple(starts.lstrip("!").split("|"))) != starts.startswith("!")


def sections(text: str) -> Iterator[Section]:
    """The sections of a file."""
    for block in text.strip("\n").split("\n\n"):
        head, frame, *lines = block.split("\n")
        groups: Groups = []
        for line in lines:
            if line.startswith("=> "):
                groups[-1][1].append(line[3:])
                continue
            if not groups or groups[-1][1]:
                groups.append(([], []))
            groups[-1][0].extend(line.split(" ; "))
        yield Section(head[3:], frame, groups)


def written(found: Iterable[Section]) -> str:
    """Sections as a file has them."""
    return "\n".join(
        f"## {section.head}\n{section.frame}\n"
        + "".join(
            "\n".join([*_lines(rows), *(f"=> {one}" for one in said)]) + "\n"
            for rows, said in section.groups
        )
        for section in found
    )


def _lines(rows: Sequence[str]) -> Iterator[str]:
    line = ""
    for row in rows:
        if line and len(line) + len(row) > 125:
            yield line
            line = row
        else:
            line = f"{line} ; {row}" if line else row
    yield line


def grouped(frame: str, rows: Sequence[str], patterns: bool) -> Groups:
    """Rows by what they give, in their order; of a pattern whose phrases differ, each phrase."""
    spelled = [(row, spelt([row]) if patterns else [row]) for row in rows]
    said = iter(given(frame, [phrase for _, phrases in spelled for phrase in phrases]))
    groups: dict[tuple[str, ...], list[str]] = {}
    for row, phrases in spelled:
        each = [tuple(next(said)) for _ in phrases]
        if len(set(each)) == 1:
            groups.setdefault(each[0], []).append(row)
        else:
            for phrase, one in zip(phrases, each, strict=True):
                groups.setdefault(one, []).append(phrase)
    return [(members, list(one)) for one, members in groups.items()]


def given(frame: str, rows: Sequence[str]) -> list[list[str]]:
    """What the frame says with each row."""
    kind, sentence = frame.split(" ", 1)
    texts = [_put(row, sentence) for row in rows]
    found: Iterable[list[str]]
    if kind in "NM":
        law = "paser_56_2020" if kind == "M" else "kutim_41_2023"
        found = [_of_text(f"STRUKTUR\\n{text}", _units, law) for text in texts]
    elif kind == "T":
        found = map(_of_text, texts)
    else:
        found = _of_sentences(texts, *STARTS[kind])
    return [[_masked(one, row) for one in said] for said, row in zip(found, rows, strict=True)]


def _put(row: str, sentence: str) -> str:
    capital = row[0].upper() + row[1:]
    forms = {"{}": row, "{_}": row.replace("_", " "), "{^}": capital}
    return re.sub(r"\{[_^]?\}", lambda place: forms[place[0]], sentence)


def _masked(said: str, row: str) -> str:
    """What is said, `{}` for the row where it stands as a whole."""
    if not any(map(str.isalnum, row)):
        return said
    for whole, mark in ((row, "{}"), (row[0].upper() + row[1:], "{^}")):
        found = rf"(?<![\w-]){re.escape(whole.replace(' ,', ','))}"
        said = re.sub(rf"{found}(?![\w=-])" if row[-1].isalnum() else found, mark, said)
    return said


def _of_sentences(sentences: Sequence[str], start: str, usual: str) -> Iterable[list[str]]:
    """What each sentence of one proposal says, or the errors in it."""
    first = start.count("\n") + 1
    said: dict[int, list[str]] = {first + at: [] for at in range(len(sentences))}
    numbered = "  {}. {}" if usual == USUAL else "{1}"
    kept = list(sentences)
    while True:
        lines = [numbered.format(at, sentence) for at, sentence in enumerate(kept, 2)]
        try:
            proposal = _read(start + "\n".join(lines) + "\n")
            break
        except SotkError as error:
            for one in error.diagnostics:
                said[one.span.line].append(_told(one))
                kept[one.span.line - first] = usual
    for node in _nodes(proposal):
        line = node.span.line
        if line >= first and kept[line - first] == sentences[line - first]:
            said[line].append(re.sub(r" number=\d+", "", brief(node)))
    return said.values()


def _of_text(
    text: str,
    shown: Callable[[Proposal], Iterable[Struct]] | None = None,
    law: str = "kutim_41_2023",
) -> list[str]:
    try:
        whole = HEADER + text.replace("\\n", "\n").replace("…", f"\n  1. {USUAL}")
        proposal = read_proposal(whole, names_of(law))
        said = [f"ALUR {flow.kind} {flow.scope or ''}".strip() for flow in proposal.workflows]
        said += [brief(node) for node in (shown or _nodes)(proposal)]
        return [one for one in said if not one.endswith("act='menerima' object='hal'")]
    except SotkError as error:
        return [_told(one) for one in error.diagnostics]


def _read(text: str) -> Proposal:
    return read_proposal(text, names_of("kutim_41_2023"))


def _nodes(proposal: Proposal) -> Iterator[Struct]:
    yield from (*proposal.amendments, *proposal.statements, *proposal.chart)
    for flow in proposal.workflows:
        yield from (*flow.attributes, *flow.steps)
    yield from proposal.terms


def _units(proposal: Proposal) -> Iterable[Struct]:
    return (*proposal.units, *proposal.readings)


def _told(one: Diagnostic) -> str:
    said = " // ".join(text for text in message(one, "id") if text)
    return f"{one.code} {said}"
