"""The bounded language of witnesses: `kb/audit/sentences.toml`, spelt out for one regulation.

Every sentence is read by the reader of proposals, alone in a file of its own, and kept with the
facts that it brings there.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from patuh.checking import facts_of, read
from patuh.engine.solving.witness import Choice
from patuh.knowledge.norms import norms
from patuh.knowledge.offices import offices
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root, of_kb
from patuh.messages import say
from patuh_parser.sotk import SotkError
from patuh_parser.sotk.model import Proposal

STEPS = 4
"""So many steps a witness has at most."""
_STATEMENTS = 100
"""Statements are numbered so far apart that the statements of one sentence find room."""
BODY = "body"
"""What a proposal cannot do without: a sentence or a workflow."""
_FLOW = "flow"


class Sentence(Struct, frozen=True):
    """A sentence with its place: `part` is header, STRUKTUR, BAGAN, kind, attribute, step, second.

    `at` is the number of a step.
    """

    part: str
    text: str
    choice: Choice
    at: int = 0


class Language(Struct, frozen=True):
    """What a witness under a regulation may say; `always` are the facts of every proposal.

    `unread` are the sentences that the reader of proposals refuses.
    """

    law: Regulation
    sentences: tuple[Sentence, ...]
    always: tuple[str, ...]
    unread: tuple[str, ...]

    def text(self, chosen: Sequence[int]) -> str:
        """The proposal that the chosen sentences make."""
        picked = [self.sentences[index] for index in chosen]

        def part(name: str) -> list[str]:
            return [sentence.text for sentence in picked if sentence.part == name]

        lines = [*_header(self.law), *part("header")]
        for name in ("STRUKTUR", "BAGAN"):
            if part(name):
                lines += ["", name, "", *part(name)]
        for kind in part("kind"):
            steps = sorted((one for one in picked if one.part == "step"), key=lambda one: one.at)
            lines += ["", f'ALUR {kind} "Alur"', *(f"  {line}" for line in part("attribute"))]
            lines += [f"  {step.at}. {step.text}" for step in steps]
        for flow in part("second"):
            lines += ["", flow]
        return "\n".join(lines) + "\n"


@of_kb
def language(law: Regulation, root: Path | None = None) -> Language:
    """The sentences for a regulation; errors as of reading the tables."""
    path = (root or kb_root()) / "audit" / "sentences.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    names = _names(data["names"], law)
    found: list[Sentence] = []
    unread: list[str] = []
    neutral = _facts(law, _neutral())
    always = tuple(
        fact for fact in neutral if fact != "ada_struktur" and not fact.startswith("unit(")
    )
    for part, text, drawer in _patterns(data):
        for spelt in dict.fromkeys(_spelt(text, names)):
            try:
                found += _sentences(law, part, spelt, drawer, always, len(found))
            except SotkError:
                unread.append(spelt)
    return Language(law, tuple(found), always, tuple(unread))


def _neutral() -> str:
    """A structure that names one office and says nothing of it."""
    return f"STRUKTUR\n\n{_office()}."


def _flow(kind: str = "kegiatan", attribute: str = "") -> str:
    """A workflow in which one office does something of no matter."""
    return f'ALUR {kind} "Alur"\n{attribute}  1. {_office()} menyusun.'


def _office() -> str:
    return next(office.name for office in offices().values() if office.unique)


def _header(law: Regulation) -> list[str]:
    return [f"USULAN  : {say('audit.witness.title', 'id')}", f"DAERAH  : {law.region}"]


def _patterns(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Part, pattern and drawer."""
    for key, lines in data["header"].items():
        yield from (("header", line, key) for line in lines)
    for lines in data["structure"].values():
        yield from (("STRUKTUR", line, "") for line in lines)
    yield from (("BAGAN", line, "") for line in data["chart"]["lines"])
    flow = data["workflow"]
    yield from (("kind", line, "kind") for line in flow["kinds"])
    yield from (("attribute", line, line.partition(":")[0]) for line in flow["attributes"])
    yield from (("step", line, "step") for line in flow["steps"])
    yield from (("second", line, "second") for line in data["second"]["flows"])


def _names(table: Mapping[str, Any], law: Regulation) -> dict[str, list[str]]:
    """The names by placeholder, with the lists of the regulation as blocks of lines."""
    names = {key: value for key, value in table.items() if isinstance(value, list)}
    names.update(table.get(law.id, {}))
    listed: dict[str, list[str]] = {}
    for _, (*_, group, name, _) in norms(law.id, "daftar"):
        listed.setdefault(f"daftar_{group}", []).append(f"  - {name}")
    names.update({group: ["\n".join(lines)] for group, lines in listed.items()})
    return names


def _spelt(pattern: str, names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The pattern with every combination of names; none where a placeholder has no name."""
    holes = list(dict.fromkeys(name for _, name, _, _ in Formatter().parse(pattern) if name))
    for combination in itertools.product(*(names.get(hole, ()) for hole in holes)):
        yield pattern.format_map(dict(zip(holes, combination, strict=True)))


def _sentences(
    law: Regulation, part: str, text: str, drawer: str, always: Sequence[str], number: int
) -> Iterator[Sentence]:
    def new(body: str, at: int = 1) -> tuple[str, ...]:
        return _less(_facts(law, body, number * _STATEMENTS, at), always)

    match part:
        case "header":
            facts = _facts(law, _neutral(), header=text)
            bare = _facts(law, _neutral())
            yield Sentence(part, text, Choice(_less(facts, bare), drawer=drawer))
        case "STRUKTUR" | "BAGAN":
            yield Sentence(part, text, Choice(new(f"{part}\n\n{text}"), gives=(BODY,)))
        case "kind":
            facts = _only("alur(", new(_flow(text)))
            given = (BODY, _FLOW)
            yield Sentence(part, text, Choice(facts, 1, drawer, given, ("step 1",)))
        case "attribute":
            facts = _facts(law, _flow(attribute=f"  {text}\n"))
            bare = _facts(law, _flow())
            yield Sentence(part, text, Choice(_less(facts, bare), 1, drawer, (), (_FLOW,)))
        case "step":
            for at in range(1, STEPS + 1):
                facts = new(f'ALUR kegiatan "Alur"\n  1. {text}', at)
                own = tuple(fact for fact in facts if not fact.startswith("alur("))
                before = () if at == 1 else (f"step {at - 1}",)
                choice = Choice(own, 1, f"step {at}", (f"step {at}",), (_FLOW, *before))
                yield Sentence(part, text, choice, at)
        case _:
            facts = _facts(law, f"{_flow()}\n\n{text}")
            own = tuple(fact for fact in facts if re.match(r"\w+\(2,|unit|pada", fact))
            yield Sentence(part, text, Choice(own, 2, drawer, (), (_FLOW,)))


def _only(start: str, facts: Sequence[str]) -> tuple[str, ...]:
    return tuple(fact for fact in facts if fact.startswith(start))


def _less(facts: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    return tuple(fact for fact in facts if fact not in known)


def _facts(
    law: Regulation, body: str, offset: int = 0, step: int = 1, header: str = ""
) -> tuple[str, ...]:
    """The facts of a proposal with this body, its statements and its step numbered anew."""
    head = "\n".join([*_header(law), header])
    proposal, laws = read(f"{head}\n\n{body}\n", "kb/audit/sentences.toml")
    return tuple(facts_of(_renumbered(proposal, offset, step), laws).places)


def _renumbered(proposal: Proposal, offset: int, step: int) -> Proposal:
    return replace(
        proposal,
        statements=tuple(replace(one, id=one.id + offset) for one in proposal.statements),
        chart=tuple(replace(one, id=one.id + offset) for one in proposal.chart),
        workflows=tuple(
            replace(flow, steps=tuple(replace(one, number=step) for one in flow.steps))
            for flow in proposal.workflows
        ),
    )
