"""The tables of verbs.toml, ready for look-up; read once in a process."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType

from patuh_parser.disk import beside, bytes_of
from patuh_parser.sotk.tables import Tables
from patuh_parser.sotk.tries import Nodes, Trie, folded, longest, unfolded
from patuh_parser.stored import code_of, hash_of, stored

_FILE = beside(__file__, "verbs.toml")
_MADE_BY = [
    beside(__file__, f"{name}.py") for name in ("forms", "tables", "tries", "verbs", "wordings")
]

ALONE = "sepihak"
"""The manner in which a verb of `acts_alone` is that act."""


@cache
def tables() -> Tables:
    """Return the tables."""
    return stored("verbs", Tables, _made_of(), lambda: _verbs().make_tables())


@cache
def phrases_of(part: str) -> Trie:
    """Return the phrases of one of `VOCABULARIES`: phrase → its terminal, in a list; of parties
    also the attribute that names them."""
    made = stored(part, Nodes, _made_of(), lambda: folded(_verbs().make_phrases(part)))
    return unfolded(made)


def party(phrase: str) -> str | None:
    """Return the attribute that names who is meant by words for parties, "" if none does; None if
    they are no such words."""
    words = phrase.split()
    end, found = longest(phrases_of("steps"), words)
    whole = found is not None and found[0] == "PARTIES" and end == len(words)
    return str(found[1]) if whole else None


def may_be_party(texts: Sequence[str], at: int) -> bool:
    """A first look: whether words for a group or for parties may stand at a place, which is one."""
    after = tables().party_words.get(texts[at].lower())
    if after is None:
        return False
    return "" in after or (at + 1 < len(texts) and texts[at + 1] in after)


@cache
def duties() -> Mapping[str, str]:
    """Return the words that may stand after `dikecualikan dari`, in small letters → the duty."""
    return stored("duties", dict[str, str], _made_of(), lambda: _verbs().make_duties())


def _verbs() -> ModuleType:
    """What makes them, for a process that does not find them kept."""
    from patuh_parser.sotk import verbs

    return verbs


@cache
def _made_of() -> tuple[str]:
    return (hash_of((code_of(__file__, *_MADE_BY), bytes_of(_FILE))),)


def is_verb(word: str) -> bool:
    """Tell whether a word begins what may be done in a step, however it is spelled."""
    table = tables()
    return table.verb_spellings.get(word, word).partition(" ")[0] in table.known_verbs


@cache
def usual_verb(act: str) -> str:
    """Return the first words that say an act without its object, if there are any."""
    known = tables().verb_list.items()
    return next((words for words, said in known if said == (act, None)), "")
