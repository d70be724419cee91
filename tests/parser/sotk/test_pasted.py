"""Pages of the regulation itself as somebody pastes them: with marks and headings, not indented."""

import re

from sotk_support import HEADER, ROOT, names_of

from patuh_parser.sotk import read_proposal
from patuh_parser.sotk.model import Classification, Line, Proposal

NAMES = names_of("kutim_41_2023")
FURNITURE = re.compile(r"BUPATI KUTAI TIMUR|PROVINSI .*|- \d+ -|.* \.\.\.|")


def pasted(first: str, last: str) -> str:
    """The text of the regulation from one line to another, without the furniture of its pages."""
    text = (ROOT / "corpus" / "regulations" / "kutim_41_2023.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text[text.index(first) :].splitlines()]
    end = next(at for at, line in enumerate(lines) if last in line)
    kept = (line for line in lines[: end + 1] if not FURNITURE.fullmatch(line))
    return "\n".join(re.sub(r"^- (?=\(?\w{1,2}[.)])", "", line) for line in kept)


def ends(proposal: Proposal, kind: str) -> list[tuple[str | None, str | None]]:
    """Who draws the lines of a kind to whom."""
    lines = (said for said in proposal.statements if isinstance(said, Line) and said.kind == kind)
    return [(line.source, line.target) for line in lines]


def test_the_units_under_each_asisten() -> None:
    text = pasted("1. Asisten Pemerintahan", "Komisi Pemberantasan Korupsi.")
    proposal = read_proposal(f"{HEADER}STRUKTUR\n{text}", NAMES)
    known = ROOT / "corpus" / "proposals" / "kutim_pasal_18_lengkap.sotk"
    example = read_proposal(known.read_text(encoding="utf-8"), NAMES)
    for kind in ("mengoordinasikan", "membina"):
        assert sorted(ends(proposal, kind)) == sorted(ends(example, kind))  # type: ignore[type-var]
    assert {unit.name for unit in proposal.units} <= {unit.name for unit in example.units}


def test_the_sentence_above_them_is_kept() -> None:
    text = pasted("d. Asisten Sekretaris Daerah membantu", "Bagian Kerjasama")
    proposal = read_proposal(f"{HEADER}STRUKTUR\n{text}", NAMES)
    assert len(ends(proposal, "membina")) == 4
    (above,) = (said for said in proposal.statements if not isinstance(said, Line | Classification))
    assert "membantu Sekretaris Daerah dalam merumuskan kebijakan" in repr(above)
