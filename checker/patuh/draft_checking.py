"""Checking the text of a draft: a file in, findings of drafting out."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from patuh.checking import checks_gone, not_at_hand
from patuh.draft_reading import noticed, read_as
from patuh.draft_structure import with_structure
from patuh.facts import Facts
from patuh.facts.drafts import draft_facts
from patuh.finding import Input, Place, Result, Told
from patuh.knowledge.programs import DRAFTING, Program, drafting_programs
from patuh.knowledge.regulations import regulation
from patuh.substance import add_substance, revision_of
from patuh.substance.facts import roster_programs
from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft
from patuh_parser.text.span import Span

if TYPE_CHECKING:
    from patuh.engine import Session


class Places(Mapping[str, Place]):
    """Spans as places in a file, each when it is asked for."""

    def __init__(self, path: str, spans: Mapping[str, Span]) -> None:
        self._path, self._spans = path, spans

    def __getitem__(self, key: str) -> Place:
        return Place(self._path, self._spans[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


def check_draft(
    data: bytes,
    path: str,
    *,
    base: tuple[bytes, str] | None = None,
    constants: Mapping[str, str] | None = None,
) -> Result:
    """The findings on the text of a draft.

    `base` is the file (content and name) of the regulation that an amending draft changes; without
    it references into that regulation are not judged. Raises
    `patuh_parser.legal.errors.DraftError` if a file gives no text or that of no regulation,
    `patuh.engine.EngineError` if the knowledge base itself is at fault.
    """
    from patuh.engine import Session

    draft = read_draft(data, path)
    if not draft.recognised:
        raise DraftError("bukan_peraturan", path)
    facts, programs, laws = grounds(draft, read_draft(*base) if base is not None else None)
    session = Session(programs, facts.text, dict(constants or {}))
    return result_of(draft, path, facts, laws, session, constants or {})


def result_of(
    draft: Draft,
    path: str,
    facts: Facts,
    laws: list[str],
    session: "Session",
    constants: Mapping[str, str] = {},
) -> Result:
    """What follows from a draft, of which `session` holds the facts, as findings."""
    from patuh.explain import collected, explain

    atoms = session.findings()

    places, loci = Places(path, facts.places), Places(path, facts.loci)
    findings = collected(explain(atoms, session.derivations(), places, loci)) if atoms else ()
    named = [regulation(law) for law in laws]
    unassessed = (*not_at_hand(named), *checks_gone(named))
    laws = list(dict.fromkeys([*laws, *(finding.regulation for finding in findings)]))
    of_input = _input(path, draft, laws, facts)
    result = Result(of_input, text_of(draft), findings, unassessed)
    return with_structure(result, draft, constants)


def grounds(
    draft: Draft, base: Draft | None = None
) -> tuple[Facts, tuple[Program, ...], list[str]]:
    """The facts of a draft, the programs that apply, and the regulations whose norms they hold."""
    facts = draft_facts(draft, base)
    revision = revision_of(draft)
    if revision is None:
        return facts, drafting_programs(), [DRAFTING]
    programs = (*drafting_programs(), *roster_programs(revision))
    return add_substance(draft, revision, facts), programs, [DRAFTING, revision.law.id]


def text_of(draft: Draft) -> str:
    """The extracted text, with every line on its own number."""
    last = max((line.number for line in draft.lines), default=0)
    lines = [""] * last
    for line in draft.lines:
        lines[line.number - 1] = line.text
    return "\n".join(lines) + "\n"


def _input(path: str, draft: Draft, laws: list[str], facts: Facts) -> Input:
    located = {
        line.number: (line.page, line.paragraph) for line in draft.lines if draft.source != "txt"
    }
    return Input(
        path,
        tuple(laws),
        "lengkap",
        draft.title,
        located=located,
        told=(*noticed(draft), *_not_known(facts)),
        read_as=read_as(draft),
    )


def _not_known(facts: Facts) -> tuple[Told, ...]:
    """That of these regulations neither title nor gazette is known, nor mostly whether in force."""
    lists = {"hukum_nasional": facts.unknown, "judul_hukum_nasional": facts.untitled}
    return tuple(Told(key, data=(("names", "; ".join(n)),)) for key, n in lists.items() if n)
