"""The tables of verbs.toml, ready for look-up; read once in a process."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from patuh_parser.sotk import forms, wordings
from patuh_parser.sotk.forms import SAID
from patuh_parser.sotk.wordings import spelt
from patuh_parser.stored import code_of, loads, stored

_FILE = Path(__file__).with_name("verbs.toml")
_TEXT = r"([A-Z_]+) \(?TEXT(?: (?!DOT)([A-Z_]+))?"

VOCABULARIES = ("structure", "changes", "steps")

ALONE = "sepihak"
"""The manner in which a verb of `acts_alone` is that act."""

Trie = dict[str | None, Any]
"""Words lead to further tries; the key None holds what the words so far stand for.

That is a list where it is a pair, since tries are stored.
"""


def make_trie(entries: Iterable[tuple[Sequence[str], object]]) -> Trie:
    """Return a trie of word sequences; of two equal sequences the first wins."""
    root: Trie = {}
    for words, value in entries:
        enter(root, words, value)
    return root


def enter(trie: Trie, words: Iterable[str], value: object) -> None:
    """Add an entry to a trie, unless one of the same words is in it."""
    for word in words:
        trie = trie.setdefault(word, {})
    trie.setdefault(None, value)


def copy_trie(trie: Trie) -> Trie:
    """Return a trie of the same entries, which may be added to."""
    return {word: node if word is None else copy_trie(node) for word, node in trie.items()}


Nodes = list[dict[str | None, Any]]
"""A trie of which equal branches are one: words lead to places of earlier nodes, the last is it."""


def folded(trie: Trie) -> Nodes:
    """Return the nodes of a trie; it is a fraction of it that is kept."""
    nodes: Nodes = []
    places: dict[str, int] = {}

    def place(node: Trie) -> int:
        made = {key: value if key is None else place(value) for key, value in node.items()}
        found = places.setdefault(repr(made), len(nodes))
        if found == len(nodes):
            nodes.append(made)
        return found

    place(trie)
    return nodes


def unfolded(nodes: Nodes) -> Trie:
    """Return the trie of some nodes, which is not to be added to."""
    made: list[Trie] = []
    for node in nodes:
        made.append({key: it if key is None else made[it] for key, it in node.items()})
    return made[-1]


def longest(trie: Trie, words: Sequence[str], start: int = 0) -> tuple[int, Any]:
    """Return the end of the longest entry that begins at `start`, and its value.

    The end is `start` and the value None if no entry begins there.
    """
    node, at, end, value = trie, start, start, None
    limit = len(words)
    while at < limit:
        following = node.get(words[at])
        if following is None:
            break
        node = following
        at += 1
        if None in node:
            end, value = at, node[None]
    return end, value


def words_in(trie: Trie) -> Iterator[str]:
    """Yield the words of all entries; a word may come several times."""
    for word, node in trie.items():
        if word is not None:
            yield word
            yield from words_in(node)


def values_in(trie: Trie) -> Iterator[Any]:
    """Yield what the entries stand for."""
    for word, node in trie.items():
        if word is None:
            yield node
        else:
            yield from values_in(node)


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
    headings_of_lines: Mapping[str, str]
    """The patterns of lines that only number what follows, or head it."""
    names: Mapping[str, Sequence[str]]
    """What may follow the name of a unit: its types, and what brings in another spelling."""
    aspects: Mapping[str, str]
    classes: Trie
    class_matters: frozenset[str]
    """The words that begin what units of a class are there for."""
    headings: Mapping[str, str]
    groups: Trie
    stand_ins: Mapping[str, str]
    """Group → who stands for it in a step where nobody of it is named."""
    verbs: Trie
    verb_list: Mapping[str, tuple[str, str | None]]
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
    objects: Trie
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


@cache
def tables() -> Tables:
    """Return the tables."""
    return stored("verbs", Tables, _made_of(), _make_tables)


@cache
def phrases_of(part: str) -> Trie:
    """Return the phrases of one of `VOCABULARIES`: phrase → its terminal, in a list; of parties
    also the attribute that names them."""
    return unfolded(stored(part, Nodes, _made_of(), lambda: folded(_phrases(part))))


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
    return stored("duties", dict[str, str], _made_of(), _make_duties)


def _make_duties() -> dict[str, str]:
    return {
        phrase.lower(): duty
        for duty, patterns in loads(_FILE)["duties"].items()
        for phrase in spelt(patterns)
    }


@cache
def _made_of() -> tuple[bytes, ...]:
    return code_of(__file__, forms.__file__, wordings.__file__), _FILE.read_bytes()


def _terminals(data: dict[str, Any]) -> dict[str, dict[str, Sequence[str]]]:
    """The terminals of each part with their phrases; what makes up a part is settled in `data`."""
    structure = data["structure"]
    for _, predicate in SAID.values():
        structure.update(predicate.words)
    structure = {
        terminal: spelt((*patterns, *data["structure_only"].get(terminal, ())))
        for terminal, patterns in structure.items()
    }
    of_heads = data["adverbials"]["of_heads"]
    structure["ADVERBIAL"] = _adverbials([*data["adverbials"]["phrases"], *of_heads])
    conditions = data["adverbials"]["conditions"]
    structure["PURPOSE"] = _adverbials([*data["adverbials"]["purposes"], *conditions])
    structure["REFERENCE"] = _adverbials(data["adverbials"]["references"])
    for keyword, patterns in data["party_groups"].items():
        data["parties"].update(dict.fromkeys(spelt(patterns), keyword))
    steps = {**data["steps"], "PARTIES": [*data["parties"]], "MANNER": [*data["manners"]]}
    for terminal in ("APPROVED", "COPY", "HEARING", "LACKING", "PREPOSITION", "ROLE"):
        steps[terminal] = spelt(steps[terminal])
    own = {"structure": structure, "changes": data["changes"], "steps": steps}
    passive = spelt(steps.pop("DIKOORDINASIKAN"))
    for part, terminals in data["shared"].items():
        own[part] = {**own[part], **{terminal: structure[terminal] for terminal in terminals}}
    steps = own["steps"]
    steps["DIKOORDINASIKAN"] = [*steps["DIKOORDINASIKAN"], *passive]
    steps["ADVERBIAL"] = [*steps["ADVERBIAL"], *_adverbials(data["adverbials"]["of_steps"])]
    return own


def _make_tables() -> Tables:
    data = loads(_FILE)
    own = _terminals(data)
    structure = own["structure"]
    plain_verbs = frozenset(data["plain_verbs"]["words"])
    act_nouns = {words: _pair(value) for words, value in data["act_nouns"]["nouns"].items()}
    verbs = {words: _pair(value) for words, value in data["verbs"].items()}
    for verb in data["act_nouns"]["verbs"]:
        for noun, said in act_nouns.items():
            if verb not in verbs or said[0] not in plain_verbs:
                verbs.setdefault(f"{verb} {noun}", said)
    verb_words = frozenset(words.split()[0] for words in verbs)
    exchanges = {
        f"{act} {thing}": f"{act} {thing}"
        for act in data["exchanges"]["acts"]
        for thing in data["exchanges"]["things"]
    }
    data["means"] = {**exchanges, **data["means"]}
    plain = {words: words for words in data["plain_objects"]["words"]}
    surfaces = {
        name: _first_surface(data[name])
        for name in ("objects", "means", "classes", "headings", "groups", "manners")
    }
    return Tables(
        phrase_lines={
            terminal: "\n".join(phrases)
            for part in reversed(VOCABULARIES)
            for terminal, phrases in own[part].items()
        },
        texts={
            terminal: structure[following][0] if following else None
            for rule in ("DISINGKAT TEXT DOT", *(said.grammar for _, said in SAID.values()))
            for terminal, following in re.findall(_TEXT, rule)
        },
        patterns=data["patterns"],
        sub_kinds=data["sub_kinds"],
        sectors=data["sectors"],
        pattern_words=data["pattern_words"],
        elsewhere=data["elsewhere"],
        changes={
            phrase: terminal
            for terminal, phrases in data["changes"].items()
            for phrase in phrases
            if phrase.startswith("me")
        },
        grounds=frozenset(data["adverbials"]["grounds"]),
        of_heads=frozenset(spelt(data["adverbials"]["of_heads"])),
        until_now=frozenset(data["adverbials"]["until_now"]),
        conditions=tuple(f"{words} " for words in data["adverbials"]["conditions"]),
        provision=frozenset(data["adverbials"]["provision"]),
        relating=frozenset(data["adverbials"]["relating"]),
        before_purposes=frozenset(data["adverbials"]["before_purposes"]),
        before_openings=frozenset(data["adverbials"]["before_openings"]),
        before_capacities=frozenset(data["adverbials"]["before_capacities"]),
        names=data["names"],
        chapeaus=_by_words(dict.fromkeys(data["layout"]["chapeaus"], True)),
        headings_of_lines={kind: data["layout"][kind] for kind in ("number", "titled")},
        aspects=data["aspects"],
        classes=_by_words(data["classes"]),
        class_matters=frozenset(data["class_matters"]["words"]),
        headings=data["headings"],
        groups=_by_words(data["groups"]),
        stand_ins=data["stand_ins"],
        verbs=_by_words(verbs),
        verb_list=verbs,
        verb_words=verb_words,
        known_verbs=verb_words | plain_verbs,
        everyday=data["everyday"],
        verb_spellings={
            **_spellings(structure, verbs, verb_words | plain_verbs),
            **data["verb_spellings"],
        },
        clause_joins=_by_words(
            {
                words: kind == "turns"
                for kind, some in data["clauses"].items()
                for words in spelt(some)
            }
        ),
        acts_alone=data["acts_alone"],
        act_nouns=_by_words(act_nouns),
        light_verbs=frozenset(data["act_nouns"]["verbs"]),
        plain_verbs=plain_verbs,
        by_noun=frozenset(data["plain_verbs"]["by_noun"]),
        early=frozenset(
            [*spelt(data["adverbials"]["of_steps"]), *data["step_words"]["in_sequence"]]
        ),
        step_words={name: frozenset(words) for name, words in data["step_words"].items()},
        periods={
            name: data[name] for name in ("periods", "period_words", "units_of_time", "lengths")
        },
        values=data["values"],
        party_words=_openings(data["parties"]),
        manners=data["manners"],
        objects=_by_words({**plain, **data["objects"]}),
        short_objects=data["short_objects"],
        means=data["means"],
        means_verbs=data["means_verbs"],
        exchange_acts=frozenset(data["exchanges"]["acts"]),
        exchange_things=frozenset(data["exchanges"]["things"]),
        kinds={words: _pair(value) for words, value in data["kinds"].items()},
        judged_in=data["judged_in"],
        skipping=frozenset(data["skipping"]["verbs"]),
        skipping_giving=frozenset(data["skipping"]["giving"]),
        skipped_parts=frozenset(data["skipping"]["parts"]),
        skipped=_by_words(data["skipping"]["nouns"]),
        skipped_gifts=_by_words(data["skipping"]["given"]),
        matters={
            words: matter for matter, some in data["matters"].items() for words in spelt(some)
        },
        attributes=data["attributes"],
        helped=tuple(data["helping"]["its_own"]),
        tasks=data["tasks"],
        sorts=data["sorts"],
        exemptions={name: frozenset(words) for name, words in data["exemptions"].items()},
        surfaces={
            **surfaces,
            "periods": _spoken_periods(data),
            "times": _first_surface(data["values"]["time"]),
            "verbs": _first_surface(
                {words: act for words, (act, _) in verbs.items() if act not in plain_verbs}
            ),
            "tasks": {task: words[0].removesuffix(" …") for task, words in data["tasks"].items()},
        },
    )


def is_verb(word: str) -> bool:
    """Tell whether a word begins what may be done in a step, however it is spelled."""
    table = tables()
    return table.verb_spellings.get(word, word).partition(" ")[0] in table.known_verbs


@cache
def usual_verb(act: str) -> str:
    """Return the first words that say an act without its object, if there are any."""
    known = tables().verb_list.items()
    return next((words for words, said in known if said == (act, None)), "")


def _adverbials(patterns: Iterable[str]) -> list[str]:
    """Each phrase that the patterns allow, and as it begins a sentence."""
    phrases = spelt(patterns)
    return [*phrases, *(phrase[0].upper() + phrase[1:] for phrase in phrases)]


def _by_words(table: Mapping[str, object]) -> Trie:
    values = (
        (words, [*value] if isinstance(value, tuple) else value) for words, value in table.items()
    )
    return make_trie((words.split(), value) for words, value in values)


def _spellings(
    structure: Mapping[str, Sequence[str]], verbs: Mapping[str, object], known: AbstractSet[str]
) -> dict[str, str]:
    """How STRUKTUR also spells the verbs that steps know: other spelling → verb."""
    return {
        other: phrases[0]
        for phrases in structure.values()
        if phrases[0] in verbs
        for other in phrases[1:]
        if " " not in other and other not in known
    }


def _phrases(part: str) -> Trie:
    data = loads(_FILE)
    return make_trie(
        (
            phrase.split(),
            [terminal, data["parties"][phrase]] if terminal == "PARTIES" else [terminal],
        )
        for terminal, phrases in _terminals(data)[part].items()
        for phrase in phrases
    )


def _openings(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        first, _, after = phrase.partition(" ")
        found.setdefault(first.lower(), set()).add(after.partition(" ")[0])
    return {first: frozenset(after) for first, after in found.items()}


def _spoken_periods(data: Mapping[str, Any]) -> dict[str, str]:
    """Period → how a step says it."""
    every = data["period_words"]["every"][0]
    spoken = [words for words in data["periods"] if words.startswith("secara ")]
    found = {data["periods"][words]: words for words in reversed(spoken)}
    units = data["units_of_time"]
    for length, period in data["lengths"].items():
        unit = next((u for u, own in reversed(units.items()) if int(length) % own == 0
                     and int(length) * own > 0))  # fmt: skip
        count = int(length) // units[unit]
        found[period] = " ".join([every, *([str(count)] if count > 1 else []), unit])
    return found


def _pair(value: str | list[str]) -> tuple[str, str | None]:
    return (value, None) if isinstance(value, str) else (value[0], value[1])


def _first_surface(table: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for words, value in table.items():
        found.setdefault(value, words)
    return found
