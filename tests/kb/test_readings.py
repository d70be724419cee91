"""Every reading makes a difference: another value gives a case of its check other findings.

`told_elsewise.txt` holds what no case gives by the usual readings and all law that applies.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from oracle.comparing import PATH
from oracle.side_by_side import sessions
from telling import as_read, first
from together import One, results

from patuh.checking import facts_of, load, read
from patuh.engine.control import findings, grounded
from patuh.engine.rules.living import telling
from patuh.engine.rules.statements import predicates, text_of
from patuh.knowledge.programs import Program, programs
from patuh.knowledge.regulations import Regulation, only
from patuh.knowledge.root import kb_root
from patuh_parser.sotk.model import Proposal

FOLDERS = [Path(__file__).parent / name for name in ("cases", "national")]
TEXT = (kb_root() / "vocabulary" / "tafsir.lp").read_text(encoding="utf-8")


class Switch(NamedTuple):
    """A `#const`, the checks that it bears on, and the values that its comment names besides."""

    name: str
    checks: list[str]
    others: set[str]


SWITCHES = [
    Switch(name, re.findall(r"[A-Z]\d+", checks), set(re.findall(r"\((\w+)\)", said)) - {value})
    for checks, said, name, value in re.findall(
        r"^%\*! \w+ \(([^)]*)\)\n(.*?)\*%\n#const (tafsir_\w+) = (\w+)\.$", TEXT, re.M | re.S
    )
]


def test_every_switch_says_its_checks_and_its_values() -> None:
    assert len(SWITCHES) == TEXT.count("#const")
    assert [switch.name for switch in SWITCHES if not (switch.checks and switch.others)] == []


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.name)
def test_another_reading_gives_other_findings(switch: Switch) -> None:
    def told_apart(path: Path) -> bool:
        proposal, laws = read(path.read_text(encoding="utf-8"), str(path))
        alone = tuple(law for law in laws if not law.nationwide)  # national law may leave no doubt
        return any(told_under(proposal, held) for held in (laws, alone) if held)

    def told_under(proposal: Proposal, laws: tuple[Regulation, ...]) -> bool:
        facts = facts_of(proposal, laws).text
        checks = frozenset(check.lower() for check in switch.checks)
        rules = telling(programs([law.id for law in laws]), predicates(facts), checks)

        def found(*options: str) -> list[str]:
            control = grounded(text_of(rules), facts, options=options)
            return [one.text for one in findings(one.symbol for one in control.symbolic_atoms)]

        usual = found()
        return any(found(f"-c{switch.name}={other}") != usual for other in switch.others)

    def silent(path: Path) -> bool:
        return not any(f" {check} " in path.read_text(encoding="utf-8") for check in switch.checks)

    paths = [
        path
        for folder in FOLDERS
        for check in switch.checks
        for path in (folder / check).glob("*.sotk")
    ]
    assert any(told_apart(path) for path in sorted(paths, key=lambda path: (silent(path), path)))


ELSEWISE = {
    "D7/paser_tiga_bulan_sesudahnya": "tafsir_lkpj = harfiah",
    "L3/paser_dikoordinasikan_asisten": "tafsir_melalui_asisten = harus_stasiun",
}
"""Proposals that have a case only by another reading, which is set."""
LAW = "paser_56_2020"
ALONE = "D7/paser_empat_bulan_sesudahnya"
"""A proposal that has a case only where national law is not held beside the regulation."""


def test_what_another_reading_or_one_law_alone_finds_is_told_as_it_was_read() -> None:
    told = []
    sources = [(FOLDERS[0] / f"{name}.sotk").read_text(encoding="utf-8") for name in ELSEWISE]
    readings = [load(source, PATH) for source in sources]
    facts = [facts_of(reading.proposal, reading.laws) for reading in readings]
    made = sessions(tuple(map(_read_otherwise, programs([LAW]))), [one.text for one in facts])
    for name, *parts in zip(ELSEWISE, sources, readings, facts, made, strict=True):
        source, *rest = parts
        told.append((name, One(source, PATH, *rest).result()))
    with only([LAW]):
        alone = (FOLDERS[0] / f"{ALONE}.sotk").read_text(encoding="utf-8")
        told += [(ALONE, *results([alone]))]
    assert as_read(FOLDERS[0].parent / "told_elsewise.txt", first(told))


def _read_otherwise(program: Program) -> Program:
    text = program.text
    for setting in ELSEWISE.values():
        name, _, _ = setting.partition(" ")
        text = re.sub(rf"^#const {name} = \w+\.$", f"#const {setting}.", text, flags=re.M)
    return Program(program.name, text)
