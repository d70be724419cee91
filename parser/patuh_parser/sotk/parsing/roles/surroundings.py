"""What stands around what a sentence says, and says nothing: how it opens and ends, concessions.

"Sesuai hasil rapat, Dinas X … guna kelancaran tugas." Such a text names nobody, and neither bounds,
denies nor doubts what it stands beside.
"""

from collections.abc import Sequence

from patuh_parser.sotk.lines.words import Word, joined
from patuh_parser.sotk.parsing.rewording.notation import UNITS
from patuh_parser.sotk.parsing.rewording.passives import active
from patuh_parser.sotk.parsing.roles.frames import (
    LINE_PHRASES,
    NEUTRAL,
    bounding,
    kind_at,
    limiting,
    meaning_at,
    opening,
    patterns,
)
from patuh_parser.sotk.vocabulary import is_verb, tables

_SAYING = "bahwa"
_MAY = ("modal", "DAPAT")
_WHETHER, _OR = "baik", "maupun"
"""Around what is so in both cases."""


def without_neutral(
    words: Sequence[Word], items: Sequence[tuple[str, int, int]]
) -> tuple[list[Word], tuple[str, ...]]:
    """Return the words without those on which nothing rests, and these: neutral ones, and texts
    that name nobody and nothing that is done: a concession between commas, and what the sentence
    opens or ends with ("Dalam gerakan literasi, … untuk festival pesisir")."""
    texts = [item.lower() for item, _, _ in items]
    start = opening_end(texts, [item for item, _, _ in items])
    if _bounded(texts, start):  # what bounds it is left to who can read that
        return [*words[items[start][1] :]], (said(words, items, 0, start),)
    stop = _ending(texts, start)
    kept: list[Word] = []
    left = [said(words, items, 0, start), said(words, items, stop, len(items))]
    at = start
    while at < stop:
        end = _neutral_end(texts, at)
        if end > at:
            left.append(said(words, items, at, end))
        else:
            end = max(meaning_at(texts, at)[0], at + 1)
            kept += words[items[at][1] : items[end - 1][2]]
        at = end
    return kept, tuple(text for text in left if text)


def _neutral_end(texts: Sequence[str], at: int) -> int:
    """Where a neutral phrase or a concession ends that stands at a place; `at` if none does."""
    kind = kind_at(texts, at)
    if kind == "deemed":  # "dipandang serumpun", "disepakati bertanggung jawab"
        end = meaning_at(texts, at)[0]
        so = end < len(texts) and (is_verb(texts[end]) or texts[end] in opening("being"))
        return end if so else at
    later = kind == "later" and at and texts[at - 1] not in UNITS
    return meaning_at(texts, at)[0] if later or kind == NEUTRAL else after_concession(texts, at)


def _bounded(texts: Sequence[str], at: int) -> bool:
    """Whether words bound what is said, on from a place, but as part of what is known here."""
    while at < len(texts):
        end, meaning = meaning_at(texts, at)
        if meaning is None and texts[at] in limiting():
            return True
        at = max(end, at + 1)
    return False


def opening_end(texts: Sequence[str], written: Sequence[str]) -> int:
    """Where what stands before the first name ends, if nothing rests on it; 0 if there is none.

    `texts`: the items in small letters; `written`: as they stand there.
    """
    if kind_at(texts, 0) in ("connectives", "turn"):
        end = meaning_at(texts, 0)[0]
        end += texts[end : end + 1] == [","]
        return end + opening_end(texts[end:], written[end:])
    before = next((at for at, text in enumerate(texts) if text in UNITS), 0)
    if not opening("reported").isdisjoint(texts[:before]):
        return _reported(texts, before)
    comma = texts.index(",") if "," in texts[:before] else 0
    neutral = kind_at(texts, 0) == NEUTRAL
    if neutral and meaning_at(texts, 0)[0] == comma:
        return comma + 1
    opened = opening("openings") | opening("causes")
    former = texts[0] in opening("former") or (neutral and texts[0] not in opened)
    doubted = not opening("doubting").isdisjoint(texts[:comma])
    if former or doubted or not tables().grounds.isdisjoint(texts[:comma]):
        return 0
    free = (texts[0] in opening("causes") and is_free(texts[:comma])) or (
        texts[0] in opening("given") and _may(texts, comma)
    )
    start = opening_text(texts)[0]
    nothing = start and _says_nothing(texts[start:comma]) and not _related(texts, comma)
    return comma + 1 if comma and (free or nothing or _aside(texts, written, comma)) else 0


def _reported(texts: Sequence[str], before: int) -> int:
    """Where what somebody says ends (`disepakati bahwa`), or asks for (`diusulkan agar`), before a
    name; 0 if it denies or doubts what follows."""
    end = max(at for at in range(before) if texts[at] in opening("reported"))
    heavy = tables().step_words["denials"] | opening("former") | opening("doubting") | limiting()
    told = texts[end] == _SAYING or not opening("asking").isdisjoint(texts[:end])
    return end + 1 if end and told and heavy.isdisjoint(texts[:end]) else 0


def _aside(texts: Sequence[str], written: Sequence[str], comma: int) -> bool:
    """Whether a text before a comma is of several words in small letters but the first, none of
    which joins others to it: no name that is not known stands there."""
    small = comma > 1 and all(word.islower() for word in written[1:comma])
    joined_to = {kind_at(texts, at) for at in range(comma)} & {"and", "periods"}
    return (
        small
        and not joined_to
        and _is_quiet(texts[:comma], acts=True)
        and not _related(texts, comma)
    )


def opening_dispute(texts: Sequence[str]) -> int:
    """Behind the comma of what opens a sentence and speaks of a dispute that may come; else 0."""
    comma = texts.index(",") if "," in texts else 0
    bound = (limiting() | opening("liking")).intersection(texts[1:comma])
    disputed = opening("disputes").intersection(texts[:comma])
    return comma + 1 if disputed and not bound else 0


def is_free(texts: Sequence[str]) -> bool:
    """Whether a reason names nobody, and does not bound what it is the reason of."""
    heavy = UNITS | limiting() | opening("liking") | patterns()
    return bool(texts) and heavy.isdisjoint(texts)


def _related(texts: Sequence[str], comma: int) -> bool:
    """Whether a text before a comma says what is done by a noun, or is joined to what follows."""
    kinds = {kind_at(texts, at) for at in range(comma)}
    return kind_at(texts, comma + 1) == "and" or not kinds.isdisjoint({"nouns", "is"})


def _may(texts: Sequence[str], comma: int) -> bool:
    """Whether behind a comma somebody is named who may do something."""
    who = comma + 1
    if kind_at(texts, who) == NEUTRAL:
        who = meaning_at(texts, who)[0]
    return who + 1 < len(texts) and meaning_at(texts, who + 1)[1] == _MAY and texts[who] in UNITS


def said(words: Sequence[Word], items: Sequence[tuple[str, int, int]], start: int, end: int) -> str:
    """Return the text of some items, without a comma at its ends."""
    return joined([word for item in items[start:end] for word in words[item[1] : item[2]]]).strip(
        " ,"
    )


def opening_text(texts: Sequence[str]) -> tuple[int, int]:
    """Where the text begins that a sentence may open with, and the comma behind it; 0 if none."""
    if "," not in texts:
        return 0, 0
    if kind_at(texts, 0) == "topical":
        return meaning_at(texts, 0)[0], texts.index(",")
    return (1, texts.index(",")) if texts[0] in opening("openings") else (0, 0)


def _ending(texts: Sequence[str], start: int) -> int:
    """Where the text begins that the sentence ends with and nothing rests on; its end if none."""
    for at in range(start + 1, len(texts)):
        text, rest = texts[at], texts[at + 1 :]
        if text in opening("reasons") and is_free(rest):
            return at
        if text in opening("purposes") and _says_nothing(rest):
            return at
        if text == "(" and rest[-1:] == [")"] and _is_quiet(rest[:-1]):
            return at
        comma = text == ","
        first = at + comma
        first += comma and texts[first : first + 1] == ["dan"]
        ends = first < len(texts) and texts[first] in opening("endings")
        if ends and first > start + 1 and _is_quiet(texts[first:]):
            return at
    return len(texts)


def _is_quiet(texts: Sequence[str], acts: bool = False) -> bool:
    """Whether a text speaks of no office and of nothing that is done or how, and neither bounds,
    doubts nor commands; what it denies is that something comes of it. With `acts` it may do
    something by itself ("menjawab pertanyaan rekan-rekan")."""
    table, every = tables().step_words, range(len(texts))
    happens = opening("happens")
    harmless = [
        at for at in every if texts[at] in table["denials"] and happens & {*texts[at + 1 : at + 2]}
    ]
    heavy = UNITS | bounding() | table["officials"]
    heavy |= opening("doubting") | opening("former") | opening("given")
    if harmless:
        heavy -= tables().grounds  # "sehingga tidak terjadi tumpang tindih"
    kinds = [kind_at(texts, at) for at in every]
    done = any(
        (is_verb(texts[at]) or active(texts[at]) is not None)
        and kinds[at] != "deemed"
        and texts[at] not in table["happening"]
        for at in every
    )
    of_acts = LINE_PHRASES | {"nouns", "active", "passive", "periods", "pattern"}
    left = [texts[at] for at in every if at not in harmless]
    quiet = heavy.isdisjoint(left) and of_acts.isdisjoint(kinds)
    return bool(texts) and quiet and (acts or not done)


def after_concession(texts: Sequence[str], at: int) -> int:
    """The place of the comma behind a concession that stands between commas; `at` if it is none."""
    if texts[at] != "," or at + 1 == len(texts) or texts[at + 1] not in opening("conceding"):
        return at
    comma = next((place for place in range(at + 2, len(texts)) if texts[place] == ","), 0)
    said = texts[at + 1 : comma]
    whatever = said[:1] == [_WHETHER] and _OR in said and UNITS.isdisjoint(said)
    return comma + 1 if comma and (whatever or _says_nothing(said[1:])) else at


def _says_nothing(texts: Sequence[str]) -> bool:
    """Whether a text names nobody, nothing that is done, and nothing that a norm rests on."""
    heavy = UNITS | bounding()
    acts = any(is_verb(text) or active(text) is not None for text in texts)
    kinds = {kind_at(texts, at) for at in range(len(texts))}
    return bool(texts) and heavy.isdisjoint(texts) and not acts and kinds.isdisjoint(LINE_PHRASES)
