"""The verb and the object of a step."""

from difflib import get_close_matches

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.parsing.syntax import Clause
from patuh_parser.sotk.vocabulary import longest, tables
from patuh_parser.text.similar import nearest

_LINKS = frozenset({"atas", "tentang", "untuk", "mengenai", "terhadap", "dalam", "rangka"})


def read_act(clause: Clause, errors: Diagnostics) -> tuple[str, str | None]:
    """Return the canonical act and object; notes a verb that looks like a slip (E405)."""
    table = tables()
    words = [part for word in clause.words for part in _spelled(word).split()]
    end, found = longest(table.verbs, [words[0], *(word.lower() for word in words[1:8])])
    first = words[0]
    thing: str | None = None
    if found is not None:
        act, thing = found
        if end < len(words) and words[end] in ("dan", "serta", ",") and _is_verb(words[end + 1 :]):
            errors.add("E511", clause.word_span, " ".join(words))
    else:
        act, end = first, 1
        if not first[0].islower() or not first.replace("-", "").isalpha():
            errors.add("E403", clause.word_span, first, expected=("verb",))
        elif first not in table.plain_verbs:
            close = nearest(first, table.verb_words)
            if close:
                errors.add("E405", clause.word_span, first, suggestions=close)
            elif not first.startswith(("me", "ber", "di", "ter", "mem")):
                also = tuple(get_close_matches(first, table.verb_words, 2, 0.7))
                errors.add("E403", clause.word_span, first, expected=("verb",), suggestions=also)
    rest = words[end:]
    if found is None and rest[:1] in (["dan"], ["serta"]) and _is_verb(rest[1:]):
        errors.add("E511", clause.word_span, " ".join(words))
    return act, _object(rest, thing)


def _object(words: list[str], named: str | None) -> str | None:
    if named is not None:
        return named
    while words and words[0] == ",":
        words = words[1:]
    if not words:
        return None
    end, value = longest(tables().objects, [word.lower() for word in words[:8]])
    if value is not None:
        return str(value)
    del end
    return " ".join(words).replace(" ,", ",")


def _is_verb(words: list[str]) -> bool:
    return bool(words) and (words[0] in tables().verb_words or words[0] in tables().plain_verbs)


def _spelled(word: str) -> str:
    return tables().verb_spellings.get(word, word)
