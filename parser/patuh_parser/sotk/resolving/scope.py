"""LINGKUP: lengkap untuk …, and SKOR, with their names resolved."""

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.lines.words import Line, Word, joined, span_of, words_of
from patuh_parser.sotk.model import Header, Scope
from patuh_parser.sotk.resolving.units import Units
from patuh_parser.text.span import Span


def resolve_scope(header: Header, names: NameFinder, units: Units, errors: Diagnostics) -> Scope:
    """Return the scope with the keys of its agencies; they count as mentioned."""
    if not header.scope.complete_for:
        return header.scope
    place = header.spans["LINGKUP"]
    keys = []
    for name in header.scope.complete_for:
        mention = _named(name, place, names, errors)
        if mention is None:
            continue
        key = units.resolve(mention)
        if units.sorts[key] not in units.kinds.complete:
            errors.add("E321", place, mention.name, hint="H_COMPLETE")
        keys.append(key)
    return Scope(complete_for=tuple(dict.fromkeys(keys)))


def resolve_scores(
    header: Header, names: NameFinder, units: Units, errors: Diagnostics
) -> tuple[tuple[str, str, Span], ...]:
    """Return the scores with the keys of their units, which count as mentioned."""
    found = ((_named(name, at, names, errors), score, at) for name, score, at in header.scores)
    return tuple((units.resolve(unit), score, at) for unit, score, at in found if unit is not None)


def _named(name: str, place: Span, names: NameFinder, errors: Diagnostics) -> Mention | None:
    """The unit that a header line names; None with an error if it names none."""
    words = [_at(word, place) for word in words_of(Line(place.line, 0, name))]
    mention, end = names.find(words, [word.text for word in words], 0)
    if mention is None:
        from patuh_parser.sotk.diagnosing.unknown_names import bad_name

        bad_name(words, 0, names, errors)
        return None
    if end < len(words):
        errors.add("E310", span_of(words[end:]), joined(words[end:]), hint="H_SEMICOLON")
        return None
    mention.span = Span(place.line, place.column, place.end_line, place.end_column)
    return mention


def _at(word: Word, place: Span) -> Word:
    return Word(word.text, place.line, place.column)
