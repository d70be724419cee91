"""The clauses of a step that says what one does and then what another does, each a step of its own.

"DPRD menolak rancangan, namun Bupati tetap menetapkannya." is two steps: what is done, by whom, and
`-nya` for what the first is about.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.acts import Act
from patuh_parser.sotk.parsing.rewording.passives import active
from patuh_parser.sotk.parsing.rewording.somebody import (
    enumeration_end,
    group_end,
    has_group,
    somebody_end,
)
from patuh_parser.sotk.parsing.rewording.usable import KEPT
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import is_verb, phrases_of, tables

_IT = "nya"
_NOT = frozenset({"tidak", "bukan"})
_ALSO = frozenset({"dan", "serta", "maupun"})
_HAND_ON = "meneruskan"
_THAT = "yang"
_MOST_THING = 12
_MOST_NAME = 16


class UnclearClauseError(Exception):
    """`word` begins what may go with the clause before it or with the one behind it."""

    def __init__(self, word: Word) -> None:
        self.word = word
        super().__init__(word)


def clauses(words: Sequence[Word], names: NameFinder) -> tuple[list[list[Word]], bool]:
    """Return the words of each clause, without the full stop, and whether one follows the other;
    one list if there is but one. Raises UnclearClauseError."""
    words = _handed_on(_not_only(words), names)
    texts = [word.text for word in words]
    if each := _each_apart(words, texts, names):
        return each, False
    if not _may_have_two(texts):
        return [[*words[:-1]]], True
    found, begin, end = [], 0, len(words) - 1
    verb, at = False, _opening(texts)
    first, joins = at + (at > 0), tables().clause_joins
    subject = None
    while at < end:
        if verb and texts[at] not in joins and texts[at] not in (",", _THAT):
            at += 1
            continue
        start, turns = _joined(texts, at) if verb else (0, False)
        turns = turns or (start > 0 and _said_anew(texts, start))
        if turns and subject is None:
            subject = words[first : enumeration_end(words, texts, first, names)]
        bare = at + 1 if verb and not start and texts[at] == "," else 0
        if bare and _somebody_acts(words, texts, bare, names):
            if condition := _condition(words[begin:at]):
                raise UnclearClauseError(condition)
            start = bare
            own: Sequence[Word] = ()
        elif start and _somebody_acts(words, texts, start, names):
            own = ()
        elif verb and (who := _who_then_acts(words, texts, at, names)):
            start, own = who
        elif turns and _acts(texts, start, besides=True) and subject:
            own = subject
        elif turns and _is_done(texts, start):
            own = ()
        else:
            verb = verb or (_acts(texts, at) and not _within(texts, at))
            at += 1
            continue
        found.append([*words[begin:at]])
        words = [*words[:start], *own, *words[start:]]
        texts = [word.text for word in words]
        begin = at = start
        end += len(own)
        verb = False
    return [*found, [*words[begin:end]]], True


def _each_apart(words: Sequence[Word], texts: Sequence[str], names: NameFinder) -> list[list[Word]]:
    """Of what groups and others do to somebody: what the named do, and what each group does."""
    if not has_group(texts):
        return []
    stop = enumeration_end(words, texts, 0, names)
    if stop == len(words) - 1 or not _acts(texts, stop, besides=True):
        return []
    named: list[Word] = []
    groups: list[list[Word]] = []
    at = 0
    while at < stop:
        end = somebody_end(words, texts, at, names)
        if end == at:
            at += 1
            continue
        one = [words[at]._replace(text=texts[at][0].upper() + texts[at][1:]), *words[at + 1 : end]]
        if group_end(texts, at) == end:
            groups.append(one)
        else:
            named += [*([words[at]._replace(text="dan")] if named else []), *one]
        at = end
    whom = any(text in tables().step_words["as_with"] for text in texts[stop:])
    if not groups or len(groups) + bool(named) == 1 or not whom:
        return []
    return [[*who, *words[stop:-1]] for who in ([named] if named else []) + groups]


def hands_it_on(texts: Sequence[str]) -> bool:
    """Whether a step does with what the one before is about what is judged by its object
    ("Asisten meneruskannya kepada Sekretaris Daerah.")."""
    if f"{_IT} " not in " ".join(texts):  # few steps have one
        return False
    verb = next((text for text in texts if is_verb(text.removesuffix(_IT))), "")
    act = longest(tables().verbs, [verb.removesuffix(_IT)])[1] if verb.endswith(_IT) else None
    return act is not None and act[0] in tables().step_words["by_object"]


def about_it(words: Sequence[Word], acts: Sequence[Act]) -> list[Word]:
    """Return a clause with what the one before is about in the place of `-nya` behind its verb."""
    things = [act for act in acts if act.object is not None and act.act == acts[-1].act]
    usual = tables().surfaces["objects"]
    said = [act.said or usual.get(act.object or "", act.object or "") for act in things]
    about = [*" dan ".join(said).split(), *things[-1].detail.split()] if things else []
    made = []
    for word in words:
        bare = word.text.removesuffix(_IT)
        its = about and bare != word.text and is_verb(bare)
        made += [word._replace(text=text) for text in [bare, *about]] if its else [word]
    return made


def _opening(texts: Sequence[str]) -> int:
    """Where the words before the one who acts end, if a comma ends them."""
    opens = texts[0] in tables().step_words["openers"] and "," in texts
    return texts.index(",") if opens else 0


def _within(texts: Sequence[str], at: int) -> bool:
    """Whether a verb says of something else what it is, what for or how ("dengan melibatkan")."""
    words = tables().step_words
    return bool(at) and texts[at - 1].lower() in words["subordinating"]


def _joined(texts: Sequence[str], at: int) -> tuple[int, bool]:
    """Where the words end that join a clause at a place, and whether they turn against the one
    before; 0 if there are none."""
    start = at + (texts[at] == ",")
    end, turns = longest(tables().clause_joins, texts, start)
    return (end, bool(turns)) if end > start else (0, False)


def _said_anew(texts: Sequence[str], at: int) -> bool:
    """Whether what else the same one does not, must or may do is said at a place."""
    phrase = longest(phrases_of("steps"), texts, at)[1]
    modal = phrase is not None and phrase[0] in MODALS
    return (modal or texts[at] in _NOT) and _acts(texts, at, besides=True)


def denied_alike(texts: Sequence[str]) -> int | None:
    """The place of the second denial of `tidak membina dan tidak mengawasi`, which says the same
    without it; None if there is none."""
    for at in range(len(texts) - 4):
        denied = texts[at] in _NOT and texts[at] == texts[at + 3] and texts[at + 2] in _ALSO
        if denied and is_verb(texts[at + 1]) and is_verb(texts[at + 4]):
            return at + 3
    return None


def _who_then_acts(
    words: Sequence[Word], texts: Sequence[str], at: int, names: NameFinder
) -> tuple[int, Sequence[Word]] | None:
    """Where a clause on him who is named before a place goes on, and his name.

    "… kepada Sekretaris Daerah, yang meneruskannya kepada Bupati": he hands it on.
    """
    comma = texts[at] == ","
    that = at + comma
    if texts[that] != _THAT or longest(phrases_of("steps"), texts, that)[1] is not None:
        return None
    then = that + 1 + (texts[that + 1] in tables().step_words["afterwards_he"])
    its = texts[then].endswith(_IT)
    goes_on = comma or its or then > that + 1 or "kepada" in texts[then:]
    if not goes_on or not _acts(texts, then) or active(texts[then]) is not None:
        return None
    ends = range(at - 1, max(at - _MOST_NAME, 0), -1)
    start = next((n for n in ends if somebody_end(words, texts, n, names) == at), None)
    whole = start is not None and longest(phrases_of("steps"), texts, start)[0] > at
    return None if start is None or whole else (then, words[start:at])


def _condition(words: Sequence[Word]) -> Word | None:
    """The first word of a condition or the like behind a comma: the next clause may go with it."""
    opens = tables().step_words["subordinating"]
    pairs = pairwise(words)
    return next((word for before, word in pairs if before.text == "," and word.text in opens), None)


def _handed_on(words: Sequence[Word], names: NameFinder) -> Sequence[Word]:
    """The words with `kemudian Asisten meneruskannya` for `kepada Asisten untuk diteruskan`."""
    texts = [word.text for word in words]
    if _handing_on().isdisjoint(texts):
        return words
    phrases = [phrase.split() for phrase in tables().step_words["handed_on"]]
    for at in range(len(texts)):
        phrase = next((one for one in phrases if texts[at : at + len(one)] == one), None)
        if phrase is None:
            continue
        ends = range(at - 1, max(at - _MOST_NAME, 0), -1)
        start = next((n for n in ends if somebody_end(words, texts, n, names) == at), None)
        if start is not None:
            said = words[at]._replace
            own = [said(text="kemudian"), *words[start:at], said(text=f"{_HAND_ON}{_IT}")]
            return [*words[:at], *own, *words[at + len(phrase) :]]
    return words


@cache
def _handing_on() -> frozenset[str]:
    """The last words of the phrases that say so."""
    return frozenset(phrase.split()[-1] for phrase in tables().step_words["handed_on"])


def _not_only(words: Sequence[Word]) -> Sequence[Word]:
    """The words without `tidak hanya`, if what is said is that, and something else as well."""
    texts = [word.text for word in words]
    if _NOT.isdisjoint(texts):
        return words
    phrases, joins = phrases_of("steps"), tables().clause_joins
    for at, text in enumerate(texts):
        end, phrase = longest(phrases, texts, at) if text in _NOT else (at, None)
        if phrase is not None and phrase[0] == "TIDAK_HANYA":
            turns = any(longest(joins, texts, place)[1] for place in range(end, len(texts)))
            return [*words[:at], *words[end:]] if turns else words
    return words


def _somebody_acts(words: Sequence[Word], texts: Sequence[str], at: int, names: NameFinder) -> bool:
    """Whether somebody is named at a place who then does something, and is no more of those who are
    named before."""
    end = enumeration_end(words, texts, at, names)
    if end == at or not _acts(texts, end, besides=True):
        return False
    before = range(at - 1, max(at - _MOST_NAME, 0), -1)
    joined = min((n for n in before if enumeration_end(words, texts, n, names) == end), default=at)
    own = somebody_end(words, texts, joined, names)
    return joined == at or texts[joined:own] == texts[at:end]


def _is_done(texts: Sequence[str], at: int) -> bool:
    """Whether something known is named at a place that is done by somebody."""
    known = longest(tables().objects, [text.lower() for text in texts[at : at + _MOST_THING]])[0]
    rest = texts[at + known : at + _MOST_THING] if known else ()
    return any(active(text) is not None for text in rest)


def _may_have_two(texts: Sequence[str]) -> bool:
    """A first look: whether a verb stands behind what may join its clause to one with a verb."""
    joins = tables().clause_joins
    verb = joined = False
    for text in texts:
        joined = joined or (verb and (text in joins or text in (",", _THAT)))
        if _is_act(text):
            if joined:
                return True
            verb = True
    return False


@lru_cache(KEPT)
def _is_act(word: str) -> bool:
    """Whether a word may be the verb of a clause."""
    return is_verb(word) or is_verb(word.removesuffix(_IT)) or active(word) is not None


def _acts(texts: Sequence[str], at: int, besides: bool = False) -> bool:
    """Whether a verb stands at a place, or behind what qualifies it there."""
    table = tables()
    phrases = phrases_of("steps")
    while besides and at < len(texts):
        end, phrase = longest(phrases, texts, at)
        qualifies = phrase is not None and phrase[0] in (*MODALS, "ADVERBIAL", "LANGSUNG")
        if not qualifies and texts[at] not in table.step_words["denials"]:
            break
        at = max(end, at + 1)
    text = texts[at] if at < len(texts) else ""
    passive = not besides and active(text) is not None
    return is_verb(text.removesuffix(_IT)) or is_verb(text) or passive
