"""The acts of a step: its verbs with their objects."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lines.words import joined_texts
from patuh_parser.sotk.parsing.rewording.passives import active
from patuh_parser.sotk.parsing.syntax import Clause
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import is_verb, phrases_of, tables, usual_verb
from patuh_parser.text.similar import nearest
from patuh_parser.text.span import Span

_AND = frozenset({"dan", "serta", ",", "maupun", "dan/atau", "sekaligus"})
_LINES = frozenset({"TANGGUNG_JAWAB", "MEMERINTAH", "BERADA"})
_ORDER = "memerintah"
_RELATED = "berhubungan"
_IT = "nya"
"""What stands behind a verb for the object of the one before."""
_MOST_WORDS = 12
_VERBAL = ("me", "ber", "ter", "saling")


class Act(Struct, frozen=True):
    """A verb with its object; `detail` goes on behind the object, `unjudged` is not understood."""

    act: str
    object: str | None = None
    detail: str = ""
    unjudged: tuple[str, ...] = ()
    said: str = ""
    """The words of the object, if they are other than the usual."""
    verb: str = ""
    """The verb, if it is another than the usual."""


_MOST_KNOWN = 4_000
_KNOWN: dict[tuple[str, ...], Sequence[Act]] = {}
"""What the words of verbs and objects without a slip say: offices do few things, and often."""


class _Verb(Struct):
    """A verb phrase within the words, up to `end`."""

    act: str
    object: str | None
    end: int
    words: list[str]
    behind: list[str] = []


def read_acts(clause: Clause, errors: Diagnostics) -> Sequence[Act]:
    """Return the acts of a step, in their order.

    Notes a verb that looks like a slip (E405) or is none (E403, E514), and verbs that have each an
    object of its own (E511).
    """
    words = tuple(clause.words)
    acts = _KNOWN.get(words)
    if acts is None:
        slips = len(errors.items)
        acts = _read(clause, errors)
        if len(errors.items) == slips:
            if len(_KNOWN) >= _MOST_KNOWN:
                _KNOWN.clear()
            _KNOWN[words] = acts
    return acts


def _read(clause: Clause, errors: Diagnostics) -> list[Act]:
    line = _pattern(clause, errors) or _line(clause.words, errors, clause)
    if line is not None:
        return [line]
    spell = tables().verb_spellings
    words = [part for word in clause.words for part in spell.get(word, word).split()]
    if words[1:2] == [","] and _verb(words, 2) is None:
        del words[1]
    for at in range(2, len(words)):
        if words[at - 1] in _AND and words[at].endswith(_IT) and is_verb(words[at][: -len(_IT)]):
            again = [words[at][: -len(_IT)], *words[1 : at - 1], *words[at + 1 :], clause.rest]
            both = [f"{clause.lead} {_text(one)}" for one in (words[: at - 1], again)]
            split_apart(both, clause.word_span, errors)
            return [Act(words[0])]
    first = _verb(words, 0)
    if first is None:
        return [_unknown(clause, words, errors)]
    verbs = [first]
    while (following := _next_verb(words, verbs[-1])) is not None:
        verbs.append(following)
    verbs[-1].behind = words[verbs[-1].end :]
    acts = [act for verb in verbs for act in _worded(verb, verbs[-1])]
    results = any((act.object or "").endswith(_IT) for act in acts[1:])
    if _apart(acts) or (results and acts[0].object is None):
        said = [f"{clause.lead} {_text([*verb.words, *verb.behind])}" for verb in verbs]
        split_apart([*said[:-1], f"{said[-1]} {clause.rest}"], clause.word_span, errors)
    return acts


def _line(words: Sequence[str], errors: Diagnostics, clause: Clause) -> Act | None:
    """What is a line of the structure, and no step (E517)."""
    for at, word in enumerate(words):
        if is_verb(word) or (at and words[at - 1] not in _AND):
            continue
        end, found = longest(phrases_of("structure"), words, at)
        if found is not None and found[0] in _LINES:
            verb = " ".join(words[at:end])
            said = f"{clause.lead} {verb} {clause.rest}"
            errors.add("E517", clause.word_span, verb, hint="H_LINE", hint_args=(said,))
            return Act(word)
    return None


def _pattern(clause: Clause, errors: Diagnostics) -> Act | None:
    """A working relation of a pattern, which is a line of the structure (E517)."""
    words = clause.words
    related = words[1:2] == ["hubungan"] or words[1:3] == ["pola", "hubungan"]
    end = longest(phrases_of("structure"), words)[0] if words[0] == _RELATED else 0
    end = words.index("hubungan") + 1 if related else end
    behind = [word for word in words[end : end + 2] if word != "kerja"][:1] if end else []
    if not any(word.lower() in tables().patterns for word in behind):
        return None
    line = usual_verb("berhubungan_kerja")
    said = f"{clause.lead} {line} {' '.join([*behind, *words[words.index(behind[0]) + 1 :]])}"
    errors.add(
        "E517", clause.word_span, words[0], hint="H_LINE", hint_args=(f"{said} {clause.rest}",)
    )
    return Act(words[0])


def _apart(acts: Sequence[Act]) -> bool:
    """Whether several verbs have objects of their own."""
    things: dict[str, set[str]] = {}
    for act in acts:
        if act.object is not None:
            things.setdefault(act.act, set()).add(act.object)
    return len({frozenset(found) for found in things.values()}) > 1


def split_apart(sentences: Sequence[str], span: Span, errors: Diagnostics) -> None:
    """Note that a step says several things, which are to be said in steps of their own."""
    apart = " ".join(f"`{' '.join(sentence.split())}.`" for sentence in sentences)
    errors.add("E511", span, sentences[0], hint="H_SPLIT", hint_args=(apart,))


def _next_verb(words: Sequence[str], verb: _Verb) -> _Verb | None:
    """The verb that is joined to another, behind its object; that gets the words between.

    After a verb whose noun says the act there may be another such noun: "melakukan observasi,
    konsultasi dan koordinasi".
    """
    links = tables().step_words["free_after"]
    at = verb.end
    while at < len(words) and words[at] not in links:
        start = _after_and(words, at)
        if start is None:
            at += 1
            continue
        found = _verb(words, start)
        if found is None and len(verb.words) > 1:
            found = _verb([verb.words[0], *words[start : start + _MOST_WORDS]], 0)
            if found is not None:
                found = None if len(found.words) < 2 else found
            if found is not None:
                found.end += start - 1
        if found is not None:
            verb.behind = list(words[verb.end : at])
            return found
        at = start
    return None


def _worded(verb: _Verb, last: _Verb) -> Iterator[Act]:
    """The acts of a verb, with the verb as written."""
    for act in _acts(verb, last):
        light = len(verb.words) > 1 and verb.words[0] in tables().light_verbs
        if not light and verb.object is None and act.act == verb.act:
            plain = act.act in tables().plain_verbs
            usual = act.act if plain else usual_verb(act.act)
            said = " ".join(verb.words)
            act = replace(act, verb=said if said != usual else "")
        yield act


def _acts(verb: _Verb, last: _Verb) -> Iterator[Act]:
    """The acts of a verb, one for each object; a verb without one shares those of the last."""
    bare = verb is not last and verb.object is None and not verb.behind
    plain = verb.act in tables().plain_verbs and last.act in tables().plain_verbs
    alike = len(verb.words) == len(last.words)
    if bare and not verb.act.startswith("ber") and alike and (len(verb.words) == 1 or plain):
        shared = _verb([*verb.words, *last.behind[:_MOST_WORDS]], 0) or verb
        shared.behind = last.behind[shared.end - len(verb.words) :]
        yield from _acts(shared, shared)
        return
    if verb.object is not None:
        yield Act(verb.act, verb.object, _text(verb.behind))
        return
    about = verb.behind[:1] if verb.act in tables().step_words["about"] else []
    about = about if " ".join(about) in tables().step_words["about_by"] else []
    things = list(_objects(verb.behind, len(about)))
    if about and not things[0][2]:
        things = list(_objects(verb.behind, 0))
    if not things:
        yield Act(verb.act, unjudged=_unsaid(verb))
    orders = [_order(verb, thing[0], thing[3]) for thing in things]
    beside = tables().step_words["beside_orders"]
    for thing, order in zip(things, orders, strict=True):
        if order or (any(orders) and thing[0] in beside):
            yield Act(_ORDER, thing[0], thing[1], said=thing[3], verb=verb.words[0])
        else:
            yield _judged(verb, *thing)


def _order(verb: _Verb, thing: str | None, said: str) -> bool:
    """Whether a verb with this object says an order ("memberikan bimbingan dan petunjuk")."""
    words = said or tables().surfaces["objects"].get(thing or "", thing or "")
    return bool(longest(tables().verbs, [*verb.words, *words.split()])[1] == [_ORDER, thing])


def _judged(verb: _Verb, thing: str | None, detail: str, known: bool, said: str = "") -> Act:
    """The act with an object; one that is judged by what it is about needs a known one."""
    table = tables()
    judged = verb.act in table.step_words["by_object"] or verb.act in table.by_noun
    if known or thing is None:
        return Act(verb.act, thing, detail, said=said)
    return Act(verb.act, thing, detail, (thing,)) if judged else Act(verb.act, None, thing)


def _unsaid(verb: _Verb) -> tuple[str, ...]:
    """A verb that says nothing without its noun is not understood."""
    return (verb.act,) if verb.act in tables().by_noun else ()


def _objects(words: Sequence[str], at: int) -> Iterator[tuple[str | None, str, bool, str]]:
    """Each object with what goes on behind it, whether it is known, and its words if unusual."""
    table = tables()
    while at < len(words) and words[at] == ",":
        at += 1
    if at >= len(words):
        return
    if words[at] in table.step_words["free_after"]:
        yield None, _text(words[at:]), True, ""
        return
    while True:
        lowered = [word.lower() for word in words[at : at + _MOST_WORDS]]
        end, value = object_of(lowered)
        if value is None:
            yield _text(words[at:]), "", False, ""
            return
        said = " ".join(lowered[:end])
        said = "" if said == table.surfaces["objects"].get(str(value), value) else said
        after = _after_and(words, at + end)
        lowered = [word.lower() for word in words[after : after + _MOST_WORDS]] if after else []
        if after is None or longest(table.objects, lowered)[1] is None:
            yield str(value), _text(words[at + end :]), True, said
            return
        yield str(value), "", True, said
        at = after


def object_of(words: Sequence[str]) -> tuple[int, str | None]:
    """Return the end and the object that words in small letters begin with, somebody's
    (`laporannya`) too."""
    whose = [word.removesuffix(_IT) for word in words]
    end, value = max((longest(tables().objects, run) for run in (words, whose)), key=_length)
    return end, None if value is None else str(value)


def _length(found: tuple[int, object]) -> int:
    return found[0]


def _verb(words: Sequence[str], at: int) -> _Verb | None:
    """The verb phrase at a place."""
    table = tables()
    if at >= len(words):
        return None
    run = [words[at], *(word.lower() for word in words[at + 1 : at + _MOST_WORDS])]
    end, found = longest(table.verbs, run)
    if found is not None:
        return _Verb(found[0], found[1], at + end, run[:end])
    if words[at] in table.plain_verbs:
        return _Verb(words[at], None, at + 1, [words[at]])
    return None


def _unknown(clause: Clause, words: list[str], errors: Diagnostics) -> Act:
    """A step that no check judges, unless its verb is a slip or none at all."""
    table = tables()
    first, known = words[0], table.known_verbs
    voice = active(first)
    if not first[0].islower() or not first.replace("-", "").isalpha():
        errors.add("E403", clause.word_span, first, expected=("verb",))
    elif close := nearest(first, known - table.plain_verbs):  # a check may ask for what was meant
        errors.add("E405", clause.word_span, first, suggestions=close)
    elif first.startswith("di") and (voice or not first.startswith(_VERBAL)):
        said = (f"… {voice} {clause.lead}",) if voice else ()
        hint = "H_ACTIVE" if said else None
        errors.add("E514", clause.word_span, first, hint=hint, hint_args=said)
    elif not first.startswith(_VERBAL):
        from difflib import get_close_matches

        also = tuple(get_close_matches(first, known, 2, 0.7))
        errors.add("E403", clause.word_span, first, expected=("verb",), suggestions=also)
    return Act(first, _text(words[1:]) or None, "", (first,))


def _after_and(words: Sequence[str], at: int) -> int | None:
    """Where what is joined to the words before begins."""
    start = at
    while at < len(words) and words[at] in _AND:
        at += 1
    return at if at > start else None


def _text(words: Sequence[str]) -> str:
    return joined_texts(words)
