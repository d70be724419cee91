"""Where a name should begin and none is known: the one error that says what was meant."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from patuh_parser.sotk.diagnosing.no_units import no_unit
from patuh_parser.sotk.diagnosing.pointing import instead_of
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.gazetteer import Gazetteer, KnownName, split_name
from patuh_parser.sotk.lexing.name_finder import NameFinder, capitalised
from patuh_parser.sotk.lines.words import Word, joined, span_of
from patuh_parser.sotk.meant import meant
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import phrases_of, tables
from patuh_parser.text.letters import plain_letters
from patuh_parser.text.similar import distance, nearest
from patuh_parser.text.span import Span

_MARKS = r"(.*\w)(?:[!?.]+)"
_MOST = 3
_PASSIVE = "di[a-z]{4,}"
_BY = "oleh"
_FAR = 12
"""In so many words is sought what is done."""


def bad_name(
    words: Sequence[Word], at: int, names: NameFinder, errors: Diagnostics, first: bool = False
) -> None:
    """Note why no name of a unit begins at `at`; `first` in a sentence."""
    if errors.full():
        return
    word = words[at]
    text = word.text
    if text[0] == '"':
        code = "E308" if len(text) > 1 and text[-1] == '"' else "E209"
        errors.add(code, span_of([word]), text)
        return
    lowered = lower_name(words[at:], names)
    if lowered:
        count, suggestion = lowered
        found = words[at : at + count]
        errors.add("E302", span_of(found), joined(found), suggestions=(suggestion,))
        return
    if text[0].islower() or not text[0].isalpha():
        errors.add("E305", span_of([word]), text, expected=("unit",))
        return
    if first and _no_subject(words, names, errors):
        return
    run = _end_of_name(words, at, names)
    name = joined(words[at:run])
    if not name.isascii():
        bad_letter(name, span_of(words[at:run]), names, errors)
        return
    if "/" in text:
        note_slash(name, text, span_of(words[at:run]), names, errors)
        return
    close = _close(words[at:run], words[run:], names)
    former = text.lower() in meant().former
    if former and not close and run > at + 1:
        close = _index(names).near([word.text for word in words[at + 1 : run]])
    hint, told = instead_of(text, name)
    if hint is None:
        hint = "H_FORMER" if former else None if close else "H_QUOTE"
        told = (name, text)
    errors.add("E301", span_of(words[at:run]), name, hint=hint, hint_args=told, suggestions=close)


def _end_of_name(words: Sequence[Word], at: int, names: NameFinder) -> int:
    """Where words in capitals end, with those after `dan` unless a unit begins there."""
    texts = [word.text for word in words]
    while at < len(texts):
        joined_on = texts[at] in ("dan", "&") and texts[at + 1 : at + 2] != []
        after = at + 1 if joined_on else at
        if not texts[after][0].isupper() or (joined_on and names.starts(texts, after)):
            break
        at = after + 1
    return at


def note_slash(name: str, odd: str, span: Span, names: NameFinder, errors: Diagnostics) -> None:
    """Note a slash in a name (E320), or that it is none but several sorts of units (E317)."""
    if all(longest(names.first, [part])[0] for part in odd.split("/")) and name.endswith(odd):
        errors.add("E317", span, name, hint="H_GENERIC")
    else:
        errors.add("E320", span, name, odd, hint="H_AND")


def bad_letter(name: str, span: Span, names: NameFinder, errors: Diagnostics) -> None:
    """Note a letter outside ASCII, which no unit of a regency has in its name (E323)."""
    letter = next(char for char in name if not char.isascii())
    plain = plain_letters(name)
    meant = names.closed.whole(plain) or (plain if plain.isascii() else None)
    errors.add("E323", span, name, letter, suggestions=(meant,) if meant else ())


def lower_name(words: Sequence[Word], names: NameFinder) -> tuple[int, str] | None:
    """The number of lower-case words that would be a name in capitals, and that name."""
    texts = [word.text for word in words[:12]]
    if not texts or not texts[0][0].islower():
        return None
    for candidate in capitalised(texts):
        end = max(longest(names.known, candidate)[0], longest(names.first, candidate)[0])
        if end:
            stop = end
            while stop < min(len(texts), 6) and texts[stop].isalpha():
                if texts[stop] in phrases_of("structure") and texts[stop] != "dan":
                    break
                stop += 1
            known = longest(names.known, candidate)[0]
            stop = known or stop
            return stop, " ".join(candidate[:stop])
    return None


def mixed_name(words: Sequence[Word], names: NameFinder) -> tuple[int, str] | None:
    """The known name that the words would be in capitals, and how many of them it takes."""
    known = _index(names).by_case
    texts = [word.text.casefold() for word in words[:12]]
    for end in range(len(texts), 0, -1):
        name = known.get(" ".join(texts[:end]))
        if name is not None and name != joined(words[:end]):
            return end, name
    return None


def near_name(words: Sequence[Word], least: int, names: NameFinder, errors: Diagnostics) -> bool:
    """Note that the words, at least so many of them, are a slip of a known name, if they are."""
    run = next((at for at, word in enumerate(words) if not word.text[0].isupper()), len(words))
    for end in range(run, least - 1, -1):
        close = _index(names).near([word.text for word in words[:end]])
        if close:
            found = words[:end]
            errors.add("E301", span_of(found), joined(found), suggestions=close)
            return True
    return False


def _no_subject(words: Sequence[Word], names: NameFinder, errors: Diagnostics) -> bool:
    """Whether the sentence begins with a thing that is done by nobody, with a word of the language,
    or with a noun in place of a verb."""
    first = words[0].text[0].lower() + words[0].text[1:]
    table, tables_meant = tables(), meant()
    thing = longest(table.objects, [word.text.lower() for word in words[:_FAR]])[0]
    if thing and _by_nobody([word.text for word in words[thing:]]):
        errors.add("E202", span_of(words), words[0].text, hint="H_BY")
        return True
    if no_unit(words, names, errors):
        return True
    verb = tables_meant.nouns.get(first)
    phrases = (phrase for found in table.phrases.values() for phrase in found)
    starts = first in table.verb_words or any(f"{p} ".startswith(f"{first} ") for p in phrases)
    if verb is None and not starts and first not in tables_meant.openings:
        return False
    hint = "H_SUBJECT"
    if verb is not None:
        hint = "H_NOUN"
    elif not starts or first in tables_meant.openings:
        hint = "H_MAIN"
    errors.add("E202", span_of(words), words[0].text, hint=hint, hint_args=(verb or "",))
    return True


def _by_nobody(texts: Sequence[str]) -> bool:
    """Whether something is done, and not said by whom."""
    at = next((at for at, text in enumerate(texts[:_FAR]) if re.fullmatch(_PASSIVE, text)), None)
    named = at is not None and texts[at + 1 : at + 2] and texts[at + 1][0].isupper()
    return at is not None and not named and _BY not in texts


def _close(run: Sequence[Word], after: Sequence[Word], names: NameFinder) -> tuple[str, ...]:
    """Known names that this one probably is: in capitals, without a title, by its letters."""
    texts = [word.text for word in run]
    last = re.fullmatch(_MARKS, texts[-1])
    if last is not None and not after[1:]:
        texts[-1] = last[1]
    while texts and texts[0].lower() in meant().titles:
        texts = texts[1:]
    if len(texts) < len(run) and names.find(run, texts, 0)[0] is not None:
        return (" ".join(texts),)
    if not texts:
        return ()
    index = _index(names)
    mixed = mixed_name([*run[len(run) - len(texts) :], *after[:4]], names)
    if mixed is not None:
        return (mixed[1],)
    near = index.near(texts)
    if near:
        return near
    firsts = [str(first) for first in names.first if first is not None]
    close = nearest(texts[0], firsts)
    return tuple(" ".join([first, *texts[1:]]) for first in close)


class _Names:
    """The known names by their words, to be asked for those that resemble one."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self.by_case: dict[str, str] = {}
        self._of_word: dict[str, list[tuple[str, ...]]] = {}
        self._single: list[str] = []
        self._tails: dict[tuple[str, ...], list[str]] = {}
        for known in names:
            name = known.name
            words = tuple(split_name(name.casefold()))
            shown = known.display if name.istitle() and len(words) == 1 else name
            if self.by_case.setdefault(name.casefold(), shown) != shown:
                continue
            if len(words) == 1:
                self._single.append(words[0])
            for word in set(words):
                self._of_word.setdefault(word, []).append(words)
            self._tails.setdefault(words[1:], []).append(name)

    def near(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The known names that the words are slips of, nearest first, or those they are cut off."""
        words = tuple(text.casefold() for text in texts)
        if " ".join(words) in self.by_case:
            return (self.by_case[" ".join(words)],)
        if words in self._tails:
            return tuple(self._tails[words][:_MOST])
        if len(words) == 1:
            return tuple(self.by_case[one] for one in nearest(words[0], self._single))
        found = dict.fromkeys(name for word in words for name in self._of_word.get(word, ()))
        ranked = sorted((cost, name) for name in found if (cost := _apart(words, name)) is not None)
        return tuple(self.by_case[" ".join(name).replace(" ,", ",")] for _, name in ranked[:_MOST])


def _apart(words: tuple[str, ...], name: tuple[str, ...]) -> int | None:
    """In how many letters the words of two names differ; None if in too many."""
    if len(words) != len(name):
        return None
    steps = [distance(mine, theirs) for mine, theirs in zip(words, name, strict=True)]
    return None if any(step > 2 for step in steps) else sum(steps)


def _index(names: NameFinder) -> _Names:
    return _made(names.gazetteer)


@lru_cache(maxsize=4)
def _made(gazetteer: Gazetteer) -> _Names:
    return _Names(gazetteer.names)
