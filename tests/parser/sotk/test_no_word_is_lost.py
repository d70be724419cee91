"""No content word of an accepted sentence is lost: it stands in what the printer gives back.

Over every form of the language, with sentences from the table of forms and the written cases. Each
part of a proposal is a `Part` in `samples.py`; who adds one finds it tested here.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import PARTS, Sample, meaning, missing, printed, samples

WORDS = Path(__file__).with_name("content_words.txt").read_text(encoding="utf-8").split()
TRIES = 400
"""Words put in, of a part, in a run of the suite; all of them with `pytest -m slow`."""


def everywhere(part: str) -> Iterator[tuple[Sample, int, str]]:
    """Each word at each place of each sentence."""
    for sample in samples(part):
        for at in range(len(sample.words) + 1):
            for word in WORDS:
                yield sample, at, word


def drawn(part: str) -> Iterator[tuple[Sample, int, str]]:
    """Some words and places of each sentence, the same in each run."""
    for sample in samples(part):
        chance = random.Random(sample.text)
        for _ in range(max(TRIES // len(samples(part)), 1)):
            yield sample, chance.randrange(len(sample.words) + 1), chance.choice(WORDS)


def same(sample: Sample, text: str) -> bool:
    """Whether a word more only makes a phrase longer ("secara teknis operasional"), or says again
    what is said."""
    said = (meaning(sample.part, sentence, sample.names) for sentence in (sample.text, text))
    one, other = ({content for content, _ in contents} for contents in said)
    return one == other


def silent(tries: Iterator[tuple[Sample, int, str]]) -> dict[str, list[str]]:
    """By form the sentences that are accepted with a word more, and say the same as without it."""
    found: dict[str, list[str]] = {}
    for sample, at, word in tries:
        text = sample.with_word(at, word)
        again = printed(sample.part, text, sample.names) == sample.printed
        if again and not same(sample, text):
            found.setdefault(sample.form, []).append(text)
    return found


@pytest.mark.parametrize("part", PARTS)
def test_a_word_more_is_said_or_refused(part: str) -> None:
    assert silent(drawn(part)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_every_word_more_is_said_or_refused(part: str) -> None:
    assert silent(everywhere(part)) == {}


@pytest.mark.parametrize("part", PARTS)
def test_what_is_said_is_printed(part: str) -> None:
    """The words of the sentence, after the tables of aliases, are words of the printed one."""
    lost = {sample.text: missing(sample) for sample in samples(part)}
    assert {text: words for text, words in lost.items() if words} == {}
