"""Texts of drafts of regulations that are in order, and such with planted defects."""

from collections.abc import Iterable
from itertools import cycle, islice

from hypothesis import strategies as st
from msgspec.structs import replace

from patuh.knowledge.regulations import regulation as identity
from patuh.knowledge.regulations import regulations
from patuh.report.expectations import Row
from patuh.testing.strategies.drawn import Drawn, drawn
from patuh.testing.strategies.passages import HERE, Passage, read
from patuh.testing.strategies.planting import planted

_FIRST = 3
"""The number of the first article that is drawn; those before belong to the frame."""
_MOST_KINDS = 6


def drafts(regulation: str, *, max_articles: int = 10) -> st.SearchStrategy[Drawn]:
    """Drafts of a Peraturan Bupati, for the regency of the regulation, in which nothing is found.

    `max_articles` limits the articles besides the four of the frame. What is drawn is the text of
    a `.txt` file for `patuh.draft_checking.check_draft`. Raises `ValueError` if the regulation is
    unknown.
    """
    _check(regulation)
    return _drafts(regulation, st.just([]), max_articles)


def faulty_drafts(
    regulation: str,
    *,
    checks: Iterable[str] | None = None,
    min_faults: int = 1,
    max_faults: int = 3,
    max_articles: int = 5,
) -> st.SearchStrategy[Drawn]:
    """Drafts with planted defects, of these checks ("T9") if they are named.

    Raises `ValueError` as `drafts`, or if there are not so many defects of these checks.
    """
    _check(regulation)
    # Once each: the same finding at two places of a text is one finding.
    found = [
        replace(defect, takes=defect.takes or defect.name)
        for defect in draft_faults(regulation, checks)
    ]
    return _drafts(regulation, planted(found, min_faults, max_faults, max_faults), max_articles)


def draft_faults(regulation: str, checks: Iterable[str] | None = None) -> tuple[Passage, ...]:
    """Every defect that can be planted, or those of these checks; `ValueError` if there is none."""
    wanted = None if checks is None else {check.upper() for check in checks}
    found = read(HERE / "drafts" / "faults.toml", regulation)
    chosen = tuple(one for one in found if wanted is None or one.checks & wanted)
    if not chosen:
        raise ValueError(f"no defect is found by {sorted(wanted or ())}")
    return chosen


def draft_text(regulation: str, faults: Iterable[Passage], articles: Iterable[Passage]) -> Drawn:
    """The draft with these articles, and with these defects before them or in its frame."""
    faults = list(faults)
    body = [one for one in (*faults, *articles) if one.structure]
    parts = _parts(regulation, _FIRST + len(body))
    rows: list[Row] = []
    written = []
    for number, passage in enumerate(body, start=_FIRST):
        own = parts | {"pasal": str(number)}
        written.append(f"Pasal {number}\n{passage.structure.format_map(own)}")
        rows += passage.rows(own)
    frame = (HERE / "drafts" / "frame.txt").read_text(encoding="utf-8")
    text = frame.format_map(parts | {"pasal_pasal": "\n\n".join(written)})
    for passage in faults:
        for before, after in passage.replace:
            if text.count(before.format_map(parts)) != 1:
                raise ValueError(f"{passage.name}: not just once: {before!r}")
            text = text.replace(before.format_map(parts), after.format_map(parts))
        rows += passage.rows(parts) if passage.replace else []
    return drawn(text, rows, [fault.name for fault in faults], ".txt")


@st.composite
def _drafts(
    draw: st.DrawFn, regulation: str, chosen: st.SearchStrategy[list[Passage]], most: int
) -> Drawn:
    wrong = draw(chosen)
    known = read(HERE / "drafts" / "compliant.toml", regulation)
    kinds = draw(st.lists(st.sampled_from(known), min_size=1, max_size=_MOST_KINDS))
    count = draw(st.integers(0, most))
    return draft_text(regulation, wrong, islice(cycle(kinds), count))


def _parts(regulation: str, end: int) -> dict[str, str]:
    law = identity(regulation)
    region = law.region
    return {
        "kabupaten": region,
        "KABUPATEN": region.upper(),
        "daerah": law.place,
        "DAERAH": law.place.upper(),
        "pembentukan": law.formation,
        "pencabutan": str(end),
        "terakhir": str(end + 1),
        "tidak_ada": str(end + 50),
    }


def _check(regulation: str) -> None:
    known = [law.id for law in regulations()]
    if regulation not in known:
        raise ValueError(f"no regulation `{regulation}`; there are: {', '.join(known)}")
