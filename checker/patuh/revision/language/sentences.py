"""The bounded language of witnesses: `kb/audit/sentences.toml`, spelt out for one regulation.

Every sentence is read by the reader of proposals, alone in a file of its own, and kept with the
facts that it brings there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from patuh.checking import facts_of, read
from patuh.engine.solving.witness import Choice
from patuh.knowledge.offices import offices
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root, of_kb
from patuh.messages import say
from patuh.revision.language.made_of import made_of
from patuh.revision.language.spelling import every
from patuh_parser.sotk import SotkError
from patuh_parser.sotk.model import Proposal
from patuh_parser.stored import stored

STEPS = 4
"""So many steps a witness has at most."""
_STATEMENTS = 100
"""Statements are numbered so far apart that the statements of one sentence find room."""
_RULES = 3
"""The number of the workflow into which the reader puts rules that STRUKTUR states as steps."""
_ODD, _WORDS = 6, 3
"""An odd sentence is like one that is longer by so many times so many words."""
BODY = "body"
"""What a proposal cannot do without: a sentence or a workflow."""
_FLOW = "flow"


class Sentence(Struct, frozen=True):
    """A sentence with its place: `part` is header, STRUKTUR, BAGAN, kind, attribute, step, second.

    `at` is the number of a step; the part `flow` is a whole workflow.
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
        for flow in (*part("flow"), *part("second")):
            lines += ["", flow]
        return "\n".join(lines) + "\n"


class _Spoken(Struct, frozen=True, array_like=True):
    """A language without its regulation."""

    sentences: tuple[Sentence, ...]
    always: tuple[str, ...]
    unread: tuple[str, ...]


@of_kb
def language(law: Regulation, root: Path | None = None) -> Language:
    """The sentences for a regulation; errors as of reading the tables."""
    parts = [law.id, *made_of(root or kb_root())]
    spoken = stored("language", _Spoken, parts, lambda: _spoken(law, root))
    return Language(law, spoken.sentences, spoken.always, spoken.unread)


def _spoken(law: Regulation, root: Path | None) -> _Spoken:
    found: list[Sentence] = []
    unread: list[str] = []
    neutral = _facts(law, _neutral())
    always = tuple(
        fact for fact in neutral if fact != "ada_struktur" and not fact.startswith("unit(")
    )
    for part, text, drawer, odd in every(law, root):
        try:
            found += _sentences(law, part, text, drawer, always, len(found), odd)
        except SotkError:
            unread.append(text)
    return _Spoken(tuple(found), always, tuple(unread))


def extended(base: Language, more: Iterable[tuple[str, str, int]]) -> Language:
    """The language with further sentences, each with its part and how odd it is.

    What cannot be read is left out.

    A sentence that stands in it already is no further one.
    """
    found = list(base.sentences)
    known = {(one.part, one.text) for one in found}
    for part, text, odd in dict.fromkeys(more):
        if (part, text) not in known:
            drawer = text.split()[0] if part == "header" else "kind" if part == "flow" else ""
            with suppress(SotkError):
                found += _sentences(
                    base.law, part, text, drawer.lower(), base.always, len(found), odd
                )
    return replace(base, sentences=tuple(found))


def shortened(base: Language, steps: int) -> Language:
    """The language with no more than so many steps."""
    return replace(base, sentences=tuple(one for one in base.sentences if one.at <= steps))


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


def _sentences(
    law: Regulation,
    part: str,
    text: str,
    drawer: str,
    always: Sequence[str],
    number: int,
    odd: int = 0,
) -> Iterator[Sentence]:
    offset = number * _STATEMENTS

    def new(body: str, flow: tuple[int, int] | None = None) -> tuple[str, ...]:
        return _less(_facts(law, body, offset, flow), always)

    match part:
        case "header":
            facts = _facts(law, _neutral(), header=text)
            bare = _facts(law, _neutral())
            yield Sentence(part, text, Choice(_less(facts, bare), drawer=drawer))
        case "STRUKTUR" | "BAGAN":
            length = odd * _ODD + len(text.split()) // _WORDS
            facts = new(f"{part}\n\n{text}", (_RULES, offset))
            yield Sentence(part, text, Choice(facts, gives=(BODY,), odd=length))
        case "flow":
            lines = text.count("\n") + 1
            yield Sentence(part, text, Choice(new(text), lines, drawer, (BODY,), odd=odd))
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
                facts = new(f'ALUR kegiatan "Alur"\n  1. {text}', (1, at - 1))
                own = tuple(fact for fact in facts if not fact.startswith("alur("))
                before = () if at == 1 else (f"step {at - 1}",)
                choice = Choice(own, 1, f"step {at}", (f"step {at}",), (_FLOW, *before), odd)
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
    law: Regulation,
    body: str,
    offset: int = 0,
    flow: tuple[int, int] | None = None,
    header: str = "",
) -> tuple[str, ...]:
    """The facts of a proposal with this body, its statements and its steps numbered anew.

    `flow` is the number of its workflow, and what is added to those of its steps.
    """
    head = "\n".join([*_header(law), header])
    proposal, laws = read(f"{head}\n\n{body}\n", "kb/audit/sentences.toml")
    return tuple(facts_of(_renumbered(proposal, offset, flow), laws).places)


def _renumbered(proposal: Proposal, offset: int, flow: tuple[int, int] | None) -> Proposal:
    workflows = proposal.workflows
    if flow is not None:
        number, shift = flow
        workflows = tuple(
            replace(
                one,
                id=number,
                steps=tuple(replace(step, number=step.number + shift) for step in one.steps),
            )
            for one in workflows
        )
    return replace(
        proposal,
        statements=tuple(replace(one, id=one.id + offset) for one in proposal.statements),
        chart=tuple(replace(one, id=one.id + offset) for one in proposal.chart),
        workflows=workflows,
    )
