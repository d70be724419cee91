"""The tables of verbs.toml, made of what stands there: only where they are not kept."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from msgspec import msgpack

from patuh_parser.sotk.forms import SAID
from patuh_parser.sotk.tables import VOCABULARIES, OfSteps, Tables
from patuh_parser.sotk.tries import Trie, make_trie
from patuh_parser.sotk.wordings import spelt
from patuh_parser.stored import loads

_FILE = Path(__file__).with_suffix(".toml")
_TEXT = r"([A-Z_]+) \(?TEXT(?: (?!DOT)([A-Z_]+))?"


def make_duties() -> dict[str, str]:
    """Return the words for duties, as `duties` tells them."""
    return {
        phrase.lower(): duty
        for duty, patterns in loads(_FILE)["duties"].items()
        for phrase in spelt(patterns)
    }


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


def make_tables() -> Tables:
    """Return the tables."""
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
    objects = {words: words for words in data["plain_objects"]["words"]} | data["objects"]
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
        types=data["types"],
        chapeaus=_by_words(dict.fromkeys(data["layout"]["chapeaus"], True)),
        headed=frozenset(spelt(data["layout"]["headed"])),
        of_the_last=data["of_the_last"],
        headings_of_lines={kind: data["layout"][kind] for kind in ("begin", "number", "titled")},
        aspects=data["aspects"],
        classes=_by_words(data["classes"]),
        class_matters=frozenset(data["class_matters"]["words"]),
        headings=data["headings"],
        groups=_by_words(data["groups"]),
        stand_ins=data["stand_ins"],
        of_steps=msgpack.encode(OfSteps(_by_words(verbs), verbs, _by_words(objects))),
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


def make_phrases(part: str) -> Trie:
    """Return the phrases of one of `VOCABULARIES`, as `phrases_of` tells them."""
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
