"""The active sentence of a passive one, where it is said who acts.

"Laporan disampaikan oleh Dinas Sosial kepada Bupati." is "Dinas Sosial menyampaikan laporan kepada
Bupati."; "Penetapan Perda oleh Bupati dilakukan …" is "Bupati melakukan penetapan Perda …".
"""

from collections.abc import Sequence

from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.rewording.somebody import enumeration_end
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import is_verb, phrases_of, tables

_PREFIXES = (("me", 0), ("mem", 0), ("men", 0), ("meng", 0), ("menge", 0),
             ("mem", 1), ("men", 1), ("meny", 1), ("meng", 1))  # fmt: skip
"""What stands for `di`, and how many letters of the stem fall away."""
_BY = "oleh"
_WITHOUT = "tanpa"
"""Behind it stands how it is done, and not what another does."""
_THAT = "yang"
_MOST_MODAL = 4
_MOST_BETWEEN = 12
"""So many words may stand between the verb and who acts."""


def active(verb: str) -> str | None:
    """Return the known active verb (of `ditetapkan`: `menetapkan`), None if there is none."""
    table = tables()
    if verb in table.step_words["happening"]:
        return _DO
    if not verb.startswith("di"):
        return None
    stem = verb.removeprefix("di")
    for prefix, lost in _PREFIXES:
        said = prefix + stem[lost:]
        if is_verb(said) or said in table.skipping:
            return said
    return None


def active_sentence(words: Sequence[Word], names: NameFinder) -> list[Word] | None:
    """Return the active sentence that says the same; None if it is none, or does not tell by whom.

    What follows somebody else who acts ("… dan oleh", "bukan oleh"), and what is done by several
    verbs apart, is left as it stands.
    """
    texts = [word.text for word in words]
    verb = main_verb(texts)
    if verb is None:
        return None
    stop = _verbs_end(texts, verb)
    start = verb
    while start and (texts[start - 1] in tables().early or texts[start - 1] in _ENOUGH):
        start -= 1
    before = range(max(start - _MOST_MODAL, 0), start)
    modal = next((at for at in before if _modal(texts, at) == start), start)
    opening = _opening_end(texts, modal)
    thing = (opening, modal)
    if texts[opening].lower() in tables().step_words["denials"]:
        return None  # "tidak semua usulan"
    if modal == opening or texts[modal - 1] in _NO_END or (opening == 0 and _opens(texts[0])):
        return None
    by = _agent(words, texts, thing, stop, names)
    if by is None:
        return None
    begin, first, end = by
    if begin >= stop and acts_besides(texts[end:]):
        return None  # "dilakukan oleh Dinas X, dan Dinas Y tidak meminta …"
    if begin < modal:
        thing, rest = (opening, begin), words[stop:]
    else:
        rest = [*words[stop:begin], *words[end:]]
    if not _one_agent([word.text for word in rest]):
        return None
    done = [_said(words[at], active(texts[at]) or texts[at]) for at in range(start, stop)]
    things = [*words[thing[0] : thing[1]]]
    if names.find(things, [word.text for word in things], 0)[0] is None:
        things[0] = _said(things[0], texts[thing[0]][0].lower() + texts[thing[0]][1:])
    elif any(map(is_verb, texts[stop:])) and not _commands(done[-1].text):
        return None  # "Dinas Sosial, dibantu oleh …, menyampaikan": it is he who acts
    return [*words[:opening], *words[first:end], *words[modal:start], *done, *things, *rest]


def _commands(verb: str) -> bool:
    """Whether somebody is told by a verb what to do ("Dinas Sosial diminta oleh Bupati …")."""
    table = tables()
    found = longest(table.verbs, [verb])[1]
    act = found[0] if found is not None else verb
    return act in table.step_words["commands"] and verb != _HELP


def _said(word: Word, text: str) -> Word:
    return word._replace(text=text)


def main_verb(texts: Sequence[str]) -> int | None:
    """Where the passive verb of the sentence stands: not one that says which thing, or what for."""
    words = tables().step_words
    for at, text in enumerate(texts):
        if at and active(text) is not None:
            before = next(
                (t for t in reversed(texts[max(at - _MOST_MODAL, 0) : at]) if t not in _TENSES), ""
            )
            if before.lower() not in words["subordinating"] | words["conceding"]:
                return at
        elif at and is_verb(text) and text.islower() and not _within(texts, at):
            return None
    return None


def _within(texts: Sequence[str], at: int) -> bool:
    """Whether a verb stands in what is said of a thing, or before the one who acts."""
    words = tables().step_words
    before = texts[at - 1].lower()
    return before in words["subordinating"] or before in words["denials"]


def _verbs_end(texts: Sequence[str], verb: int) -> int:
    """Behind the verb and those that are joined to it ("dibuat dan dikirim")."""
    end = verb + 1
    while end + 1 < len(texts) and texts[end] in _JOINED and active(texts[end + 1]) is not None:
        end += 2
    return end


def acts_besides(rest: Sequence[str]) -> bool:
    """Whether what stands behind the names of who does it says what the last of them does, or does
    not do, besides ("dilakukan oleh Dinas X, dan Dinas Y tidak meminta …")."""
    denials = tables().step_words["denials"] - {_WITHOUT}
    at = 0
    while at < len(rest) and (rest[at] in denials or _modal(rest, at) > at):
        at = max(_modal(rest, at), at + 1)
    return at < len(rest) and is_verb(rest[at])


def _modal(texts: Sequence[str], at: int) -> int:
    end, found = longest(phrases_of("steps"), texts, at)
    return end if found is not None and found[0] in MODALS else -1


def _opens(text: str) -> bool:
    words = tables().step_words
    return text in words["openers"] or text.lower() in words["conceding"]


def _opening_end(texts: Sequence[str], stop: int) -> int:
    """Behind the comma that ends what stands before the thing ("Setiap bulan, laporan …")."""
    if not _opens(texts[0]):
        return 0
    return next((at + 1 for at in range(stop - 1, 0, -1) if texts[at] == ","), 0)


def _agent(
    words: Sequence[Word],
    texts: Sequence[str],
    thing: tuple[int, int],
    stop: int,
    names: NameFinder,
) -> tuple[int, int, int] | None:
    """Where who acts is said: the place of `oleh`, of the first name, and the end."""
    for by in range(thing[1] - 1, thing[0], -1):
        if texts[by] == _BY and active(texts[by - 1]) is None:
            end = enumeration_end(words, texts, by + 1, names)
            return (by, by + 1, end) if end == thing[1] > by + 1 else None
    for at in range(stop, min(stop + _MOST_BETWEEN, len(texts))):
        first = at + (texts[at] == _BY)
        if first > at or at == stop:
            end = enumeration_end(words, texts, first, names)
            if end > first:
                return at, first, end
            if first > at:
                return None
        if texts[at] in _NO_WAY_TO_AGENT or active(texts[at]) is not None or is_verb(texts[at]):
            return None
    return None


def _one_agent(texts: Sequence[str]) -> bool:
    """Whether nobody else is said to act, and nothing further to be done by somebody."""
    words = tables().step_words
    for at, text in enumerate(texts):
        before = texts[at - 1] if at else ""
        if text == _BY and not before.startswith("di"):
            return False
        if active(text) is not None and (before in _JOINED or before in words["turning"] - {_THAT}):
            return False
    return True


_DO = "melakukan"
_ENOUGH = frozenset({"cukup", "tetap"})
_HELP = "membantu"
"""Who is helped acts himself ("dibantu oleh")."""
_NO_END = frozenset(
    {
        ",",
        "belum",
        "tidak",
        "hanya",
        "cukup",
        "bukan",
        "tanpa",
        "jangan",
        "telah",
        "sudah",
        "akan",
        "sedang",
        "tetap",
        "dapat",
        "perlu",
    }
)
"""What is no end of a thing, but qualifies the verb."""
_JOINED = frozenset({"dan", "serta", ",", "kemudian", "lalu"})
_TENSES = frozenset({"telah", "sudah", "akan", "belum", "sedang"})
_NO_WAY_TO_AGENT = frozenset(
    {"bahwa", "bukan", "hanya", "tetapi", "melainkan", "tidak", "tanpa", "yang", ";"}
)
