"""The means of a step, after `dengan sarana`."""

from collections.abc import Sequence

from patuh_parser.sotk.vocabulary import tables

_MARKS = frozenset({","})
_SEPARATORS = _MARKS | {"dan", "serta", "atau", "dan/atau", "maupun"}


def means_in(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return each means of an enumeration: what it stands in the table as, and its words.

    `permintaan dan penyampaian data, informasi` are all the means that it spells out. What the
    table does not know stands for itself.
    """
    found: list[tuple[str, str]] = []
    acts: list[str] = []
    shared = False
    parts = _parts(texts)
    table = tables()
    for place, part in enumerate(parts):
        first = part[0].lower()
        if first in table.exchange_acts:
            acts = [*acts, first] if shared else [first]
            shared = len(part) == 1 and place < len(parts) - 1
            thing = " ".join(part[1:])
        else:
            thing = " ".join(part)
            shared = False
            if key_of_means(thing) is not None or thing.lower() not in table.exchange_things:
                acts = []
        if shared:
            continue
        if acts and thing.lower() in table.exchange_things:
            found += [(table.means[f"{act} {thing.lower()}"], f"{act} {thing}") for act in acts]
        else:
            text = " ".join(part)
            found.append((key_of_means(text) or text, text))
    return found


def key_of_means(text: str) -> str | None:
    """Return what means stand in the table as; None if they are unknown.

    A meeting is one in any form, a letter one of any sort: these are known by their first words.
    """
    words = text.lower().split()
    table = tables()
    if words and words[0] in table.means_verbs:  # "meminta data", "memberikan instruksi"
        words[:1] = table.means_verbs[words[0]].split()
    shortest = 1 if words and words[0] in table.step_words["means_of_any_form"] else len(words)
    for end in range(len(words), shortest - 1, -1):
        key = table.means.get(" ".join(words[:end]))
        if key is not None:
            return key
    return None


def _parts(texts: Sequence[str]) -> list[list[str]]:
    """The parts of an enumeration; what separates nothing is a word of its part."""
    parts: list[list[str]] = [[]]
    for at, text in enumerate(texts):
        outside = at in (0, len(texts) - 1) and text not in _MARKS
        if text not in _SEPARATORS or outside:
            parts[-1].append(text)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]
