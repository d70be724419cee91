"""What the tables of verbs.toml are, and of which vocabularies."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct, msgpack

from patuh_parser.sotk.tries import Trie

VOCABULARIES = ("structure", "changes", "steps")


class _Phrases(Mapping[str, tuple[str, ...]]):
    """Terminal → its phrases, told them as lines; they are split where they are asked for."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines
        self._split: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, kind: str) -> tuple[str, ...]:
        found = self._split.get(kind)
        if found is None:
            found = self._split[kind] = tuple(self._lines[kind].splitlines())
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class OfSteps(Struct, frozen=True, array_like=True):
    """The largest tables of them, of which a proposal without workflows needs none."""

    verbs: Trie
    verb_list: Mapping[str, tuple[str, str | None]]
    objects: Trie


class Tables(Struct, frozen=True, dict=True):
    """All tables of verbs.toml; see there."""

    phrase_lines: Mapping[str, str]
    """Terminal → its phrases, each on a line of its own: thousands of texts are dear to load."""
    texts: Mapping[str, str | None]
    """Terminal before a free text → the word before which the text ends, None for its end."""
    patterns: Mapping[str, str]
    sub_kinds: Mapping[str, str]
    sectors: Mapping[str, str]
    pattern_words: Mapping[str, Any]
    elsewhere: Mapping[str, Any]
    changes: Mapping[str, str]
    """The verbs of PERUBAHAN, with their terminals."""
    grounds: frozenset[str]
    """What a norm rests on: with it a circumstance is more than one."""
    of_heads: frozenset[str]
    """Adverbials of the head of a unit alone."""
    conditions: tuple[str, ...]
    """What a condition begins with, its blank included."""
    until_now: frozenset[str]
    """What begins as a condition and is none."""
    provision: frozenset[str]
    """The words of a provision that a sentence refers to."""
    relating: frozenset[str]
    """The words of lines, which the text of a purpose does not have."""
    before_purposes: frozenset[str]
    """The words before a purpose of any other kind, if it names nobody."""
    before_openings: frozenset[str]
    """Likewise, but only where they open a sentence."""
    before_capacities: frozenset[str]
    """The words before what somebody is besides."""
    chapeaus: Trie
    headed: frozenset[str]
    of_the_last: Mapping[str, str]
    headings_of_lines: Mapping[str, str]
    """The patterns of lines that only number what follows, or head it."""
    names: Mapping[str, Sequence[str]]
    """What may follow the name of a unit, such as what brings in another spelling."""
    types: Mapping[str, str]
    """The words before the letter of its type or class → how they are written."""
    aspects: Mapping[str, str]
    classes: Trie
    class_matters: frozenset[str]
    """The words that begin what units of a class are there for."""
    headings: Mapping[str, str]
    groups: Trie
    stand_ins: Mapping[str, str]
    """Group → who stands for it in a step where nobody of it is named."""
    of_steps: bytes
    verb_words: frozenset[str]
    known_verbs: frozenset[str]
    """The words that begin a verb of a step, the plain ones as well."""
    everyday: Mapping[str, str]
    verb_spellings: Mapping[str, str]
    clause_joins: Trie
    """What joins the clause of somebody else to a step → whether it turns against it."""
    acts_alone: Mapping[str, str]
    act_nouns: Trie
    """After a verb that says little, the noun that says the act → act and object."""
    light_verbs: frozenset[str]
    plain_verbs: frozenset[str]
    by_noun: frozenset[str]
    """Plain verbs that say nothing without their noun."""
    early: frozenset[str]
    """Neutral words of steps that stand before the verb."""
    step_words: Mapping[str, frozenset[str]]
    periods: Mapping[str, Any]
    """What lexing/periods.py knows of how often something happens."""
    values: Mapping[str, Mapping[str, str]]
    """Sort of an attribute → words → value, where it has a vocabulary of its own."""
    party_words: Mapping[str, frozenset[str]]
    """The words that begin those for parties, in small letters → what may follow, "" if nothing."""
    manners: Mapping[str, str]
    short_objects: Mapping[str, Mapping[str, str]]
    """Kind of workflow → short words for what it is about → object."""
    means: Mapping[str, str]
    means_verbs: Mapping[str, str]
    """A verb at the beginning of means → its noun, or nothing."""
    exchange_acts: frozenset[str]
    exchange_things: frozenset[str]
    kinds: Mapping[str, tuple[str, str | None]]
    judged_in: Mapping[str, Sequence[str]]
    """An object of a step, or actor's sort and object → the kinds of workflow that judge it."""
    skipping: frozenset[str]
    """The verbs that deny what their noun says."""
    skipping_giving: frozenset[str]
    """Those that do so of what one should give."""
    skipped_parts: frozenset[str]
    """Words between such a verb and its noun."""
    skipped: Trie
    """The first words of that noun → the verb that is denied."""
    skipped_gifts: Trie
    """Likewise, of what one should give."""
    matters: Mapping[str, str]
    attributes: Mapping[str, str]
    helped: tuple[str, ...]
    """Who is helped by what the helper does himself."""
    tasks: Mapping[str, Sequence[str]]
    sorts: Mapping[str, Sequence[str]]
    exemptions: Mapping[str, frozenset[str]]
    surfaces: Mapping[str, Mapping[str, str]]
    """For the printer: table → canonical value → the words that give it back."""

    @cached_property
    def phrases(self) -> Mapping[str, tuple[str, ...]]:
        """Terminal → its phrases."""
        return _Phrases(self.phrase_lines)

    @cached_property
    def _of_steps(self) -> OfSteps:
        return msgpack.decode(self.of_steps, type=OfSteps)

    @property
    def verbs(self) -> Trie:
        """What a step may do: words → act and object."""
        return self._of_steps.verbs

    @property
    def verb_list(self) -> Mapping[str, tuple[str, str | None]]:
        """The same by the whole words."""
        return self._of_steps.verb_list

    @property
    def objects(self) -> Trie:
        """What a step may be about."""
        return self._of_steps.objects
