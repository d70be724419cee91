"""A result as text: excerpt, message, law and advice for each finding, then the summary."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from patuh.finding import Citation, Finding, Level, Proof, Result
from patuh.messages import Lang
from patuh.report.excerpt import excerpt, printable, source_lines
from patuh.report.law import heading_path, in_quotes
from patuh.report.terminal.repairs import repair_lines
from patuh.report.terminal.style import Style
from patuh.report.tree import draw, tree
from patuh.report.wording import Wording

_WIDTH = 100
_LABELS = {
    "id": {
        "law": "dasar",
        "advice": "saran",
        "repair": "perbaikan (biaya {cost}, teruji)",
        "no_repair": "tidak ditemukan perubahan kecil yang menghilangkan temuan ini",
        "none_helps": "di antara {count} perubahan yang dapat ditulis di dekatnya tidak ada yang, "
        "sendiri atau bersama, menghilangkan temuan ini (pencarian tuntas)",
        "proof": "bukti",
        "reading": "tafsir",
        "also": "juga di",
        "clean": "tidak ada temuan",
        "none": "tidak dinilai",
        "partial": "struktur yang tidak disebut tidak dinilai (LINGKUP: sebagian)",
        "act": "langkah dengan kata kerja `{act}` (baris {line}) tidak dinilai",
        "provision": "ketentuan",
        "provisions": "ketentuan",
        "sum": "{count} temuan",
        "sum_one": "{count} temuan",
    },
    "en": {
        "law": "law",
        "advice": "help",
        "repair": "repair (cost {cost}, verified)",
        "no_repair": "no small change was found that makes this finding go away",
        "none_helps": "of the {count} changes that can be written near it none, alone or together "
        "with others, makes this finding go away (exhaustive search)",
        "proof": "proof",
        "reading": "reading",
        "also": "also at",
        "clean": "no findings",
        "none": "not assessed",
        "partial": "structure that is not mentioned is not assessed (LINGKUP: sebagian)",
        "act": "steps with the verb `{act}` (line {line}) are not assessed",
        "provision": "provision",
        "provisions": "provisions",
        "sum": "{count} findings",
        "sum_one": "{count} finding",
    },
}


def render(
    results: Iterable[Result], lang: Lang, style: Style, *, why: bool = False
) -> Iterator[str]:
    """The report, piece by piece; every piece ends with a newline. `why` adds the proofs."""
    for result in results:
        wording = Wording(lang, result.input)
        for finding in result.findings:
            lines = source_lines(result.text_of(finding.place.path))
            yield "\n".join(_finding(finding, lines, wording, style, why)) + "\n\n"
        yield "\n".join(_closing(result, wording, style)) + "\n"


def _finding(
    finding: Finding, lines: Sequence[str], wording: Wording, style: Style, why: bool
) -> Iterator[str]:
    labels = _LABELS[wording.lang]
    place = finding.place
    part = excerpt(list(lines), place)
    gutter = " " * len(str(part.number))
    bar = style.paint("|", "blue")
    head = style.level(f"{wording.level(finding.level)}[{finding.check}]", finding.level)
    yield f"{head}: {style.paint(wording.title(finding), 'bold')}"
    where = style.file(f"{printable(place.path)}:{place.span.line}:{place.span.column}", place.path)
    yield f"{gutter}{style.paint('-->', 'blue')} {where}{wording.located(place)}"
    yield f"{gutter} {bar}"
    yield f"{style.paint(str(part.number), 'blue')} {bar} {part.text}"
    yield f"{gutter} {bar} {style.level(part.marker(), finding.level)}"
    yield from _wrapped(f"{gutter}   ", wording.sentence(finding))
    for other in finding.places[1:]:
        where = f"{printable(other.path)}:{other.span.line}:{other.span.column}"
        yield f"{gutter} {bar} {labels['also']} {where}{wording.located(other)}"
    for citation in finding.citations:
        yield from _law(gutter, citation, wording, style)
    for reading in finding.interpretations:
        text = f"{wording.interpretation(reading)} (tafsir_{reading.name}={reading.value})"
        yield from _wrapped(f"{gutter} = {labels['reading']}: ", text)
    advice = wording.advice(finding)
    if advice:
        yield from _wrapped(f"{gutter} = {labels['advice']}: ", advice)
    for repair in finding.repairs:
        yield f"{gutter} = {labels['repair'].format(cost=repair.cost)}:"
        yield from (f"{gutter}   {line}" for line in repair_lines(repair, style))
    if (search := finding.repair_search) is not None and not finding.repairs:
        text = labels["none_helps" if search.exhausted else "no_repair"]
        yield from _wrapped(f"{gutter} = ", text.format(count=search.changes))
    if why and finding.proof is not None:
        yield f"{gutter} = {labels['proof']}:"
        yield from (f"{gutter}   {line}" for line in _proof(finding.proof, wording, style))


def _proof(proof: Proof, wording: Wording, style: Style) -> Iterator[str]:
    """The tree below the finding: each leaf with its sentence or provision."""
    for art, node in draw(tree(proof, wording)):
        where = ""
        if node.place is not None:
            where = f" [{node.place.path}:{node.place.span.line}:{node.place.span.column}]"
        elif node.citation is not None and node.kind == "norm":
            where = f" [{node.citation.label}]"
        yield f"{style.paint(art, 'dim')}{node.text}{style.paint(where, 'dim')}"


def _law(gutter: str, citation: Citation, wording: Wording, style: Style) -> Iterator[str]:
    label = f"{citation.label} {wording.regulation(citation.regulation)}"
    yield f"{gutter} = {_LABELS[wording.lang]['law']}: {style.paint(label, 'bold')}"
    for heading in heading_path(citation):
        yield from _wrapped(f"{gutter}     ", style.paint(heading, "dim"))
    yield from _wrapped(f"{gutter}     ", in_quotes(citation.text))


def _closing(result: Result, wording: Wording, style: Style) -> Iterator[str]:
    labels = _LABELS[wording.lang]
    counts = Counter(finding.level for finding in result.findings)
    laws = ", ".join(wording.regulation(name) for name in result.input.regulations)
    if counts:
        parts = ", ".join(
            f"{counts[level]} {wording.level(level)}"
            for level in sorted(Level, reverse=True)
            if counts[level]
        )
        total = counts.total()
        sum_label = labels["sum_one"] if total == 1 else labels["sum"]
        verdict = f"{sum_label.format(count=total)}: {parts}"
    else:
        verdict = labels["clean"]
    yield style.paint(f"{printable(result.input.path)}: {verdict} ({laws})", "bold")
    yield from _not_assessed(result, wording)


def _not_assessed(result: Result, wording: Wording) -> Iterator[str]:
    labels = _LABELS[wording.lang]
    for group in result.unassessed:
        noun = labels["provision" if len(group.provisions) == 1 else "provisions"]
        text = f"{len(group.provisions)} {noun} – {wording.reason(group.reason)}"
        yield from _wrapped(f"  {labels['none']}: ", text)
    if result.input.scope == "sebagian":
        yield from _wrapped(f"  {labels['none']}: ", labels["partial"])
    for act, place in result.input.unknown_acts:
        text = labels["act"].format(act=act.replace("_", " "), line=place.span.line)
        yield from _wrapped(f"  {labels['none']}: ", text)


def _wrapped(prefix: str, text: str) -> list[str]:
    return textwrap.wrap(
        text,
        width=_WIDTH,
        initial_indent=prefix,
        subsequent_indent=" "
        * (len(prefix) - len(prefix.lstrip()) + 3 if "=" in prefix else len(prefix)),
        break_on_hyphens=False,
        break_long_words=False,
    ) or [prefix]
