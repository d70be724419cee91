"""Reading a proposal: from text to the typed model, all errors at once."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.sotk import model as m
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.capitals import without_capitals
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.lexing.own_names import introduce
from patuh_parser.sotk.lines.blocks import BlockReader
from patuh_parser.sotk.lines.characters import normalise, pasted_lines
from patuh_parser.sotk.lines.dispensations import dispensations_of
from patuh_parser.sotk.lines.header import header_of
from patuh_parser.sotk.lines.layout import Layout, lay_out, line_span
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.terms import terms_of
from patuh_parser.sotk.parsing.syntax import Alteration, Sentence, declared_names, listed_names
from patuh_parser.sotk.resolving.heights import check_groups, check_heights
from patuh_parser.sotk.resolving.inside import learn_keys
from patuh_parser.sotk.resolving.one_or_two import check_joined
from patuh_parser.sotk.resolving.posts import comes_last
from patuh_parser.sotk.resolving.scope import resolve_scope, resolve_scores
from patuh_parser.sotk.resolving.statements import StatementBuilder
from patuh_parser.sotk.resolving.tasks import with_one_wording
from patuh_parser.sotk.resolving.units import Units

if TYPE_CHECKING:
    from patuh_parser.sotk.parsing.workflows import RawWorkflow


def read_header(text: str, path: str = "<teks>") -> m.Header:
    """Return the lines above STRUKTUR, without reading on.

    Raises SotkError with all that is wrong in them.
    """
    return begin(text, path).sound_header()


class Begun(Struct):
    """A text of which the lines above STRUKTUR are read."""

    text: str
    path: str
    layout: Layout
    header: m.Header
    errors: Diagnostics
    slips: int
    """How many errors the text below alone has, which leave the header of use."""
    dispensations: tuple[m.Dispensation, ...]

    def sound_header(self) -> m.Header:
        """The header; raises SotkError with all that is wrong in it."""
        if len(self.errors.items) > self.slips:
            self.errors.raise_if_any(self.path)
        return self.header


def begin(text: str, path: str = "<teks>") -> Begun:
    """Read the lines above STRUKTUR, for `read_on` to go on. Raises SotkError for an empty text."""
    errors = Diagnostics()
    lines = normalise(text, path)
    layout = lay_out(lines, errors)
    dispensations = dispensations_of(lines, errors)
    slips = len(errors.items)
    _check_content(layout, errors)
    if layout.empty:
        errors.raise_if_any(path)
    header = header_of(layout, errors)
    return Begun(text, path, layout, header, errors, slips, dispensations)


def read_proposal(text: str, gazetteer: Gazetteer, path: str = "<teks>") -> m.Proposal:
    """Return the proposal that a text states.

    `gazetteer` holds the names that it may use unintroduced. Raises SotkError with all that is
    wrong in it, in the order of the text.
    """
    return read_on(begin(text, path), gazetteer)


def read_on(begun: Begun, gazetteer: Gazetteer) -> m.Proposal:
    """Return the proposal of a text that was begun, once for each; otherwise as `read_proposal`."""
    text, path, layout, header = begun.text, begun.path, begun.layout, begun.header
    errors = begun.errors
    names = NameFinder(gazetteer, [header.region] if header.region else ())
    names.declare(header.sorts, errors)
    blocks = {
        "STRUKTUR": _blocks(layout, "STRUKTUR", errors, names),
        "BAGAN": _blocks(layout, "BAGAN", errors, names),
        "PERUBAHAN": _blocks(layout, "PERUBAHAN", errors, names),
    }
    introduce([*blocks["STRUKTUR"], *blocks["BAGAN"]], text, names, errors)
    sentences: list[Sentence] = []
    drawn: list[Sentence] = []
    mentions: list[Mention] = []
    rules = None
    if blocks["STRUKTUR"] or blocks["BAGAN"]:
        from patuh_parser.sotk.parsing.sentences import StructureReader

        structure = StructureReader(names, errors, rules=True)
        charts = StructureReader(names, errors)
        sentences = structure.read(blocks["STRUKTUR"])
        drawn = charts.read(blocks["BAGAN"], chart=True, text=blocks["STRUKTUR"])
        mentions += [*structure.lexer.mentions, *charts.lexer.mentions]
        if rules := structure.rules:
            mentions += rules.mentions
    alterations: list[Alteration] = []
    if blocks["PERUBAHAN"]:
        from patuh_parser.sotk.parsing.changes import ChangeReader

        changes = ChangeReader(names, errors)
        alterations = changes.read(blocks["PERUBAHAN"])
        mentions += changes.lexer.mentions
    raw_flows: list[RawWorkflow] = []
    if parts := [part for part in layout.parts if part.keyword == "ALUR"]:
        from patuh_parser.sotk.parsing.workflows import WorkflowReader

        flows = WorkflowReader(names, errors)
        raw_flows = [flows.read(part) for part in parts]
        mentions += flows.lexer.mentions
    raw_flows += rules.read() if rules is not None else ()
    units = Units(errors, names, learn_keys(mentions, sentences, gazetteer.sorts))
    spellings = dict(gazetteer.spellings)
    builder = StatementBuilder(units)
    scope = resolve_scope(header, names, units, errors)
    scores = resolve_scores(header, names, units, errors) if header.scores else ()
    if names.titled:
        units.declare(mentions, sentences)
        units.titles.complete = scope.complete_for
    for sentence in sorted(sentences, key=comes_last):
        builder.add(sentence)
    check_joined(sentences, units, errors)
    amendments: tuple[m.Amendment, ...] = ()
    if alterations:
        from patuh_parser.sotk.resolving.amendments import amendments_of

        amendments = amendments_of(alterations, units, errors)
    units.settled = True
    chart = _chart(drawn, units, len(builder.done))
    workflows: tuple[m.Workflow, ...] = ()
    if raw_flows:
        from patuh_parser.sotk.resolving.steps import WorkflowBuilder

        build = WorkflowBuilder(units, errors).build
        workflows = tuple(build(raw, at) for at, raw in enumerate(raw_flows, start=1))
    if any(mention.unknown for mention in mentions):
        from patuh_parser.sotk.diagnosing.near_names import check_spelling

        declared = declared_names(sentences, alterations)
        check_spelling(mentions, declared, listed_names(sentences), names, errors)
    silent = not (errors.items or sentences or drawn or alterations or raw_flows)
    if header.kind == "usulan" and header.base is None and silent:
        errors.add("E007", layout.end, hint="H_HEADER")  # a header alone proposes nothing
    errors.raise_if_any(path)
    lines = [said for said in (*builder.done, *chart) if isinstance(said, m.Line)]
    named = units.all({key for line in lines for key in (line.source, line.target)})
    check_groups(named, (*builder.done, *chart), errors)
    errors.raise_if_any(path)
    check_heights(named, builder.done, errors)
    errors.raise_if_any(path)
    return m.Proposal(
        header=replace(header, scope=scope, scores=scores),
        units=named,
        statements=with_one_wording(builder.done),
        chart=chart,
        has_chart=any(part.keyword == "BAGAN" for part in layout.parts),
        workflows=workflows,
        terms=_own_terms(terms_of(layout, spellings), builder.done),
        has_structure=any(part.keyword == "STRUKTUR" for part in layout.parts),
        amendments=amendments,
        readings=tuple(dict.fromkeys(units.readings)),
        pasted=pasted_lines(text),
        dispensations=begun.dispensations,
    )


def _own_terms(terms: tuple[m.Term, ...], said: Iterable[m.Statement]) -> tuple[m.Term, ...]:
    """The terms but those of quoted sentences: their words are not the proposal's own."""
    quoted = [told.span for told in said if isinstance(told, m.Told)] if terms else []
    return tuple(
        term
        for term in terms
        if not any(span.line <= term.span.line <= span.end_line for span in quoted)
    )


def _check_content(layout: Layout, errors: Diagnostics) -> None:
    if layout.empty:
        errors.add("E007", layout.end, hint="H_HEADER")
        return
    seen: set[str] = set()
    based = any(line.keyword == "TERHADAP" for line in layout.header)
    for part in layout.parts:
        if part.keyword == "PERUBAHAN" and not based and "PERUBAHAN" not in seen:
            errors.add("E601", line_span(part.heading), hint="H_BASE")
        if part.guessed:
            pass
        elif part.keyword in seen and part.keyword != "ALUR":
            errors.add("E212", line_span(part.heading), part.keyword)
        elif part.keyword != "ALUR" and part.rest:
            errors.add("E213", line_span(part.heading), part.keyword, part.rest)
        seen.add(part.keyword)


def _blocks(layout: Layout, keyword: str, errors: Diagnostics, names: NameFinder) -> list[Block]:
    found: list[Block] = []
    for part in layout.parts:
        if part.keyword == keyword:
            found += BlockReader(errors).read(without_capitals(part.lines, names))
    return found


def _chart(drawn: list[Sentence], units: Units, offset: int) -> tuple[m.Line, ...]:
    builder = StatementBuilder(units)
    for sentence in drawn:
        builder.add(sentence)
    lines = [line for line in builder.done if isinstance(line, m.Line)]
    return tuple(replace(line, id=offset + at) for at, line in enumerate(lines, start=1))
