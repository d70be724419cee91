"""What a unit does, in a verb that no check asks about, is a task of it.

"Bagian Umum mengelola administrasi keuangan." says what "bertugas mengelola administrasi keuangan"
does. It is not taken for a task if somebody else has a part in it, or if it denies or allows.
"""

import re
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from patuh_parser.sotk.diagnostic import Diagnostic
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import is_verb, tables

_NO_LINE = frozenset({"E402", "E403"})
"""A verb that STRUKTUR says of units, with something else behind it."""
_JOINING = frozenset({",", "dan", "serta"})
_ACT = r"pe[a-z]{4,}an(?:nya)?"


def as_task(
    block: Block, slips: Sequence[Diagnostic], names: NameFinder, left: bool = False
) -> Block | None:
    """Return the sentence with `bertugas` before its verb, if it states a task in plain words.

    One that is `left`, no rule either, may do so with a verb that lines and steps have besides.
    """
    if len(slips) != 1 or block.listed:
        return None
    words, texts = block.words, [word.text for word in block.words]
    subject, verb = (None, 0) if block.subject is not None else names.find(words, texts, 0)
    if (subject is None and block.subject is None) or verb + 2 >= len(texts):
        return None
    act = _of_an_act(texts[verb], texts[verb + 1])
    given = left and texts[verb] in tables().step_words["giving_tasks"]
    if texts[verb] not in tables().plain_verbs and not act and not given:
        return None
    if given:
        if _known_act(texts[verb:]):
            return None
    elif slips[0].code in _NO_LINE:
        if not act and not of_a_thing(texts[verb:], tables().step_words["guiding"]):
            return None
    elif slips[0].code != "E422" or slips[0].args[0] != texts[verb]:
        return None
    if any(not _plain(texts, at) or names.find(words, texts, at)[0] is not None
           for at in range(verb, len(texts))):  # fmt: skip
        return None
    if any(is_verb(text) and text not in tables().plain_verbs for text in texts[verb + 1 :]):
        return None
    task = words[verb]._replace(text="bertugas")
    return replace(block, words=[*words[:verb], task, *words[verb:]])


def of_a_thing(texts: Sequence[str], verbs: Collection[str]) -> bool:
    """Whether one of these verbs, and others of guidance joined to it, are said of something known.

    "memantau dan mengevaluasi pelaksanaan kebijakan": no unit is guided.
    """
    if texts[0] not in verbs:
        return False
    guiding, at = tables().step_words["guiding"], 1
    while at < len(texts) and (texts[at] in {*guiding, *verbs} or texts[at] in _JOINING):
        at += 1
    return longest(tables().objects, [text.lower() for text in texts[at:]])[0] > 0


def _known_act(texts: Sequence[str]) -> bool:
    """Whether a step would say something that checks ask about: "melakukan pinjaman"."""
    table, small = tables(), [text.lower() for text in texts]
    end, thing = longest(table.objects, small, 1)
    return longest(table.verbs, small)[0] > 1 or (thing or "") not in ("", " ".join(small[1:end]))


def _of_an_act(verb: str, following: str) -> bool:
    """Whether what is co-ordinated is an act ("penyusunan"), and no unit."""
    table = tables()
    done = longest(table.verbs, [verb, following])[0] > 1  # which a rule says
    known = verb in table.phrases["MENGOORDINASIKAN"] and not done
    return known and bool(re.fullmatch(_ACT, following))


def _plain(texts: Sequence[str], at: int) -> bool:
    """Whether a word gives no other unit a part, and neither denies nor allows. Before the public
    or a thing stands a preposition too: "kepada petani", "atas rancangan"."""
    word = texts[at].lower()
    table = tables().step_words
    if word in table["task_prepositions"]:
        following = texts[at + 1] if at + 1 < len(texts) else ""
        return following[:1].islower() and following not in table["officials"]
    return not any(word in table[kind] for kind in ("no_plain_task", "denials"))
