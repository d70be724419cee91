"""The active verb of the noun of what is done, or of a passive verb that no step has."""

from functools import cache

from patuh_parser.sotk.parsing.rewording.passives import active
from patuh_parser.sotk.vocabulary import tables

_OF_VERBS = ("", "kan", "i")


def act_of(noun: str) -> str | None:
    """Return the known verb that a noun says (of `penetapan`: `menetapkan`), None if there is
    none."""
    return _nouns().get(noun)


def said_actively(verb: str) -> str | None:
    """Return the active verb of a passive one (of `dimintakan` too), None if it is not known."""
    if not verb.startswith("di"):
        return None
    return active(verb) or active(verb.removesuffix("kan"))


def built_of(verb: str) -> list[str]:
    """The nouns that may be built of an active verb: of `menyediakan`, `penyediaan` is one."""
    if not verb.startswith("me"):
        return []
    return [f"pe{verb[2:].removesuffix(end)}an" for end in _OF_VERBS if verb.endswith(end)]


@cache
def _nouns() -> dict[str, str]:
    """The nouns of known verbs: as the table of acts has them, else as they are built."""
    table = tables()
    built = {noun: verb for verb in sorted(table.known_verbs) for noun in built_of(verb)}
    irregular = {noun: verb for verb, noun in table.means_verbs.items() if noun}
    acts = {
        words: node[None][0] for words, node in table.act_nouns.items() if words and None in node
    }
    named = {**irregular, **acts}
    return {**built, **{noun: verb for noun, verb in named.items() if verb in table.known_verbs}}
