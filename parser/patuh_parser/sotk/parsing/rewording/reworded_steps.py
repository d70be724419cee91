"""Steps in other words, as the step that the grammar knows: what reworded_steps.toml says."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.rewording.somebody import somebody_end
from patuh_parser.sotk.wordings import as_regex
from patuh_parser.stored import toml

_LONGEST = 100
"""Words of a step that is looked at."""
_NAMED, _FIRST = "§", "§¹"
"""Before each word of a name or group, and the first, in what the forms are compared with."""
_SOMEBODY = "ABC"
_PLACE = re.compile(r"<(\w)(?::\(([^>]*)\))?(\??)>")
_ONE = rf"(?: {_FIRST}\S+(?: {_NAMED}(?!¹)\S+)*)"
_SEVERAL = rf"{_ONE}(?:(?: ,| ,? ?(?:dan|serta)){_ONE})*(?! {_NAMED}(?!¹))"
_INSIDE = {**dict.fromkeys(_SOMEBODY, _SEVERAL), "V": r" (?:me|ber)\S+(?: \S+)*?",
           "N": r"(?: (?!oleh )\S+)+?"}  # fmt: skip
"""What stands for the letters that are not any words: somebody, what is done, what names nobody
who does it."""


class StepForm(Struct, frozen=True):
    """A wording, its rarest word, and the words that say the same, `<A>` taken over."""

    mark: str
    says: str
    means: tuple[str, ...]


def reworded_step(words: Sequence[Word], names: NameFinder) -> list[Word] | None:
    """Return the words in which the grammar says the same, None if no form has the step."""
    said = {word[0].lower() for word in words}
    if len(words) > _LONGEST or marks().isdisjoint(said):
        return None
    text, starts = _marked(words, names)
    for form in _forms():
        if form.mark not in said:
            continue
        found = _regex(form.says).fullmatch(text)
        if found is not None:
            return [*_made(form.means, found, words, starts), words[-1]]
    return None


def _marked(words: Sequence[Word], names: NameFinder) -> tuple[str, list[int]]:
    """The words in small letters, without the full stop, names marked; and where each begins."""
    texts = [word.text for word in words]
    text, starts, at, last = "", [], 0, len(words) - 1
    while at < last:
        end = min(somebody_end(words, texts, at, names), last)
        mark = _FIRST if end > at else ""
        for one in texts[at : max(end, at + 1)]:
            starts.append(len(text))
            text += f" {mark}{one.lower().replace(' ', '_')}"
            mark = _NAMED if mark else ""
        at = max(end, at + 1)
    return text, starts


def _made(
    sentence: Sequence[str], found: re.Match[str], words: Sequence[Word], starts: Sequence[int]
) -> Iterator[Word]:
    """The words of a form, those that are taken over with their places."""
    for text in sentence:
        if text[0] != "<":
            yield words[0]._replace(text=text)
        elif found[text[1]]:
            begin, end = found.span(text[1])
            taken = [w for w, at in zip(words, starts, strict=False) if begin <= at < end]
            if taken[0] is words[0] and text[1] not in _SOMEBODY and text is not sentence[0]:
                taken[0] = taken[0]._replace(text=taken[0].text[0].lower() + taken[0].text[1:])
            yield from taken[: -1 if taken[-1].text == "," else None]


@cache
def marks() -> frozenset[str]:
    """A word of each form, in small letters."""
    return frozenset(form.mark for form in _forms())


@cache
def _forms() -> tuple[StepForm, ...]:
    data = toml(Path(__file__).parents[1].with_name("reworded_steps.toml"))
    return tuple(
        StepForm(form["mark"], form["says"], (*form["means"].split(),)) for form in data["form"]
    )


@cache  # few forms come up in one file, and to compile them all takes longer than to check it
def _regex(says: str) -> re.Pattern[str]:
    return re.compile(as_regex(says, _word))


def _word(word: str, _following: str) -> str:
    """A word as a regular expression with its blank before it."""
    place = _PLACE.fullmatch(word)
    if place is None:
        return (
            f" {re.escape(word)}" if word == "," else rf"(?: ,)? (?:{_NAMED}¹?)?{re.escape(word)}"
        )
    some = _INSIDE.get(place[1], r"(?: \S+)+?")
    inside = as_regex(f"({place[2]})", _word) if place[2] else some
    return f"(?P<{place[1]}>{inside}){place[3]}"
