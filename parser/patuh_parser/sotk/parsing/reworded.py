"""Sentences in words of regulations, as the sentences of the grammar that say the same."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import Word, span_of
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.sotk.wordings import as_regex
from patuh_parser.stored import toml

_LONGEST = 100
"""Words of a sentence that is looked at; no such sentence of a regulation has half of it."""
_SUBJECT = "A"
_MARKED = re.compile(r"<(\w)(?::\(([^)>]*(?:<\w>)?[^)>]*)\))?(\??)>")


class Form(Struct, frozen=True):
    """A wording of a regulation, and the sentences that say the same: words, `<A>` taken over."""

    mark: str
    says: str
    means: tuple[tuple[str, ...], ...]
    listed: bool


def reworded(block: Block) -> Iterator[Block]:
    """Yield the sentences that a sentence in the words of a regulation means, else itself."""
    if block.subject is not None:
        yield block
        return
    words = block.words[:-1]
    if len(words) > _LONGEST or marks().isdisjoint([word[0] for word in words]):
        yield block
        return
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += f" {word.text.lower().replace(' ', '_')}"  # of a quoted name
    for form in _forms():
        if form.listed != block.listed or f" {form.mark} " not in text:
            continue
        found = _regex(form.says).fullmatch(text)
        if found is not None:
            for sentence in form.means:
                made = list(_made(sentence, found, words, starts))
                yield replace(block, words=[*made, block.words[-1]], span=span_of(block.words))
            return
    yield block


def _made(
    sentence: Sequence[str], found: re.Match[str], words: Sequence[Word], starts: Sequence[int]
) -> Iterator[Word]:
    """The words of a sentence, those that are taken over with their places."""
    for text in sentence:
        if text[0] != "<":
            yield words[0]._replace(text=text)
        elif found[text[1]]:
            begin, end = found.span(text[1])
            taken = [w for w, at in zip(words, starts, strict=True) if begin <= at < end]
            if text is not sentence[0] and taken[0].text.lower() in tables().phrases["PEMBINAAN"]:
                taken[0] = taken[0]._replace(text=taken[0].text.lower())
            yield from taken[: -1 if taken[-1].text == "," else None]


@cache
def marks() -> frozenset[str]:
    """A word of each form, in small letters and as it begins a sentence."""
    return frozenset(word for form in _forms() for word in (form.mark, form.mark.capitalize()))


@cache
def _forms() -> tuple[Form, ...]:
    data = toml(Path(__file__).parent.with_name("reworded.toml"))
    return tuple(
        Form(
            form["mark"],
            form["says"],
            tuple(tuple(sentence.split()) for sentence in form["means"]),
            form.get("listed", False),
        )
        for form in data["form"]
    )


@cache  # few forms come up in one file, and to compile them all takes longer than to check it
def _regex(says: str) -> re.Pattern[str]:
    return re.compile(as_regex(says, _word))


def _word(word: str, following: str) -> str:
    """A word as a regular expression with its blank before it."""
    marked = _MARKED.fullmatch(word)
    if marked is not None:
        end = f"(?!{re.escape(following)} )" if following.isalpha() else ""
        if marked[1] == _SUBJECT:  # what denies the verb behind it is no part of a subject
            end += rf"(?!(?:{'|'.join(sorted(tables().step_words['denials']))}) )"
        inside = as_regex(f"({marked[2]})", _word) if marked[2] else rf"(?: {end}\S+)+?"
        return f"(?P<{marked[1]}>{inside}){marked[3]}"
    return f" {re.escape(word)}" if word == "," else f"(?: ,)? {re.escape(word)}"
