"""Many texts checked in one pass: each gives what a check of it alone gives.

Grounding the rules takes most of the time of a small proposal, and is the same for all
(`oracle/side_by_side.py`). Held against single checks in `tests/checker/test_whole_check.py`.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from oracle.comparing import PATH, Derived
from oracle.side_by_side import Session, sessions

from patuh import draft_checking
from patuh.checking import Reading, facts_of, load, result_of
from patuh.facts import Facts
from patuh.finding import Result
from patuh.knowledge.programs import Program, programs
from patuh_parser.legal.reader import read_draft
from patuh_parser.sotk import SotkError


class One(NamedTuple):
    """A proposal of many, and what follows from it."""

    source: str
    path: str
    reading: Reading
    facts: Facts
    session: Session

    def result(self, proofs: bool = True) -> Result:
        """Its findings; proofs only where the pass was made with them."""
        source, path, reading, facts, session = self
        return result_of(source, path, reading, facts, session, proofs=proofs)

    @property
    def derived(self) -> Derived:
        """What the oracle is held against."""
        return Derived(self.reading.proposal, self.reading.laws, self.session.on_lines())


def together(
    sources: Sequence[str], paths: Sequence[str] = (), proofs: bool = True
) -> list[One | SotkError]:
    """What follows from each text, or why it cannot be read."""
    read: list[tuple[str, str, Reading, Facts] | SotkError] = []
    groups: dict[str, list[int]] = {}
    for source, path in zip(sources, paths or [PATH] * len(sources), strict=True):
        try:
            reading = load(source, path)
        except SotkError as error:
            read.append(error)
            continue
        law, *_ = reading.laws
        groups.setdefault(law.id, []).append(len(read))
        read.append((source, path, reading, facts_of(reading.proposal, reading.laws)))
    every: list[One | SotkError] = list(read)
    for law_id, group in groups.items():
        made = sessions(programs([law_id]), [read[at][-1].text for at in group], proofs)
        for at, session in zip(group, made, strict=True):
            every[at] = One(*read[at], session)
    return every


def results(sources: Sequence[str], proofs: bool = True) -> list[Result]:
    """The result of each; raises `SotkError` if one cannot be read."""
    found: list[Result] = []
    for one in together(sources, proofs=proofs):
        if isinstance(one, SotkError):
            raise one
        found.append(one.result(proofs))
    return found


def draft_results(texts: Sequence[str], path: str) -> list[Result]:
    """Of each draft what `patuh.draft_checking.check_draft` gives."""
    drafts = [read_draft(text.encode(), path) for text in texts]
    grounds = list(map(draft_checking.grounds, drafts))
    groups: dict[tuple[Program, ...], list[int]] = defaultdict(list)
    for at, (_, every, _) in enumerate(grounds):
        groups[every].append(at)
    found: dict[int, Result] = {}
    for every, group in groups.items():
        made = sessions(every, [grounds[at][0].text for at in group])
        for at, session in zip(group, made, strict=True):
            facts, _, laws = grounds[at]
            found[at] = draft_checking.result_of(drafts[at], path, facts, laws, session)
    return [found[at] for at in range(len(texts))]
