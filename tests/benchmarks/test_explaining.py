"""What proofs and absences cost beside the check itself (`pytest -m benchmark`)."""

import itertools
import os
import subprocess
import time
from pathlib import Path

import pytest
from benchmarks.structures import structure
from clingo import ast
from shapes import findings

from patuh.checking import check, facts_of, finding_atoms, load
from patuh.engine.rules.living import live
from patuh.engine.rules.statements import predicates
from patuh.knowledge.programs import programs

pytestmark = pytest.mark.benchmark
UNITS = 10_000
AIM = 0.5
MOST_MILLISECONDS = 5
BESIDE = 1_000
"""Units in the structure that xclingo explains as well: it takes seconds for that."""


def seconds(action: object, *arguments: object, **options: object) -> float:
    start = time.process_time()
    action(*arguments, **options)  # type: ignore[operator]
    return time.process_time() - start


def explaining(units: int) -> tuple[float, float]:
    """Seconds of the check without proofs, and of all proofs with their absences."""
    text = structure(units, faulty=0.01)
    check(structure(50, faulty=0.1).encode(), "warm.sotk", why=True)
    plain = min(seconds(finding_atoms, text, "besar.sotk") for _ in range(2))
    whole = min(seconds(check, text.encode(), "besar.sotk", why=True) for _ in range(2))
    return plain, whole - plain


def test_explaining_costs_less_than_half_of_the_check() -> None:
    """10,000 units, 1 % of the agencies faulty: all proofs with their absences."""
    plain, proofs = explaining(UNITS)
    ratio = proofs / plain
    print(f"\nexplaining {UNITS} units: check {plain:.2f} s, proofs {proofs:.2f} s, "
          f"ratio {ratio:.2f}")  # fmt: skip
    assert ratio < AIM


def test_why_costs_a_few_milliseconds_for_each_finding() -> None:
    """800 findings, all with their absences, beside the same check without."""
    text = findings(400).encode()
    check(findings(5).encode(), "warm.sotk", why=True)
    plain, told = (seconds(check, text, "a.sotk", why=why) for why in (False, True))
    count = len(check(text, "a.sotk").findings)
    each = (told - plain) / count * 1000
    print(f"\n--why: {each:.1f} ms for each of {count} findings")
    assert each < MOST_MILLISECONDS


class _Named(ast.Transformer):
    """Gives anonymous variables of positive literals a name, for xclingo knows none."""

    def __init__(self) -> None:
        self._count = itertools.count()

    def visit_Variable(self, node: ast.AST) -> ast.AST:  # noqa: N802
        return node.update(name=f"Nama{next(self._count)}") if node.name == "_" else node


def _traced(text: str) -> list[str]:
    """A rule as xclingo takes it, with a label so that it appears in the tree."""
    found: list[str] = []

    def add(node: ast.AST) -> None:
        if node.ast_type not in (ast.ASTType.Rule, ast.ASTType.Definition, ast.ASTType.Defined):
            return
        if node.ast_type == ast.ASTType.Rule and node.body:
            named = _Named()
            body = [
                literal
                if literal.ast_type == ast.ASTType.Literal and literal.sign != ast.Sign.NoSign
                else named(literal)
                for literal in node.body
            ]
            node = node.update(body=body)
            found.append('%!trace_rule {"aturan"}.')
        found.append(str(node))

    ast.parse_string(text, add)
    return found


def _program(units: int) -> str:
    """The knowledge base with the facts of a structure, for xclingo."""
    reading = load(structure(units, faulty=0.01), "besar.sotk")
    facts = facts_of(reading.proposal, reading.laws).text
    rules = live(tuple(programs([law.id for law in reading.laws])), predicates(facts))
    lines = [line for rule in rules for line in _traced(rule.text)]
    return "\n".join([*lines, facts, "%!show_trace {temuan(T,R,P,K,L,I)}."])


@pytest.mark.skipif("PATUH_XCLINGO" not in os.environ, reason="names a Python that has xclingo")
def test_beside_xclingo(tmp_path: Path) -> None:
    """The same rules and the same structure: explaining costs less than in xclingo."""
    program = tmp_path / "program.lp"
    program.write_text(_program(BESIDE), encoding="utf-8")
    script = Path(__file__).with_name("beside_xclingo.py")
    run = subprocess.run(
        [os.environ["PATUH_XCLINGO"], str(script), str(program)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    grounding, theirs, trees = map(float, run.stdout.split())
    plain, ours = explaining(BESIDE)
    print(f"\n{BESIDE} units, {trees:.0f} findings: xclingo {theirs:.2f} s, grounding "
          f"{grounding:.2f} s; patuh {ours:.2f} s, check {plain:.2f} s")  # fmt: skip
    assert trees
    assert ours < theirs
