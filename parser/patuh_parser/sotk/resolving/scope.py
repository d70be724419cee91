"""LINGKUP: lengkap untuk …, with its names resolved."""

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.name_finder import NameFinder
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
        words = [_at(word, place) for word in words_of(Line(place.line, 0, name))]
        texts = [word.text for word in words]
        mention, end = names.find(words, texts, 0)
        if mention is None:
            from patuh_parser.sotk.diagnosing.unknown_names import bad_name

            bad_name(words, 0, names, errors)
        elif end < len(words):
            errors.add("E310", span_of(words[end:]), joined(words[end:]), hint="H_SEMICOLON")
        else:
            mention.span = Span(place.line, place.column, place.end_line, place.end_column)
            key = units.resolve(mention)
            if units.sorts[key] not in units.kinds.complete:
                errors.add("E321", place, mention.name, hint="H_COMPLETE")
            keys.append(key)
    return Scope(complete_for=tuple(dict.fromkeys(keys)))


def _at(word: Word, place: Span) -> Word:
    return Word(word.text, place.line, place.column)
