"""Absences in proofs: what was looked for, what comes nearest, and the condition it failed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from checker_texts import HEADER
from violations import checked, one_for_each_check, sampled, title

from patuh.checking import check
from patuh.finding import Proof


def nodes(proof: Proof | None) -> Iterator[Proof]:
    if proof is not None:
        yield proof
        for child in proof.children:
            yield from nodes(child)


@pytest.mark.parametrize("path", sampled(one_for_each_check(), 8), ids=title)
def test_every_absence_with_rules_names_the_condition_that_failed(path: Path) -> None:
    """Below an absence stand attempts, each ending in its failed condition, or what is near."""
    for finding in checked(path, why=True).findings:
        for node in nodes(finding.proof):
            if node.kind == "absence":
                assert {child.kind for child in node.children} <= {"attempt", "near"}
            if node.kind == "attempt":
                assert node.children
                assert node.children[-1].kind == "failed"
                assert all(child.kind != "failed" for child in node.children[:-1])
                assert node.rule is not None
            if node.kind in {"near", "failed"} and node.place is not None:
                assert node.place.path == checked(path, why=True).input.path


@pytest.mark.parametrize("path", sampled(one_for_each_check(), 36), ids=title)
def test_the_finding_is_the_same_with_and_without_reasons(path: Path) -> None:
    """`--why` adds children to absences and changes nothing else."""

    def bare(proof: Proof | None) -> object:
        if proof is None:
            return None
        children = () if proof.kind == "absence" else tuple(map(bare, proof.children))
        return proof.kind, proof.atom, proof.place, children

    plain, why = checked(path), checked(path, why=True)
    assert [f.fingerprint for f in plain.findings] == [f.fingerprint for f in why.findings]
    assert [bare(f.proof) for f in plain.findings] == [bare(f.proof) for f in why.findings]


def test_a_near_miss_is_named() -> None:
    """An Asisten who "dapat" co-ordinate the agency is the candidate that fails A3."""
    text = HEADER + (
        "Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah.\n"
        "Asisten Perekonomian dan Pembangunan dapat mengoordinasikan Dinas Sosial.\n"
    )
    result = check(text.encode(), "usulan.sotk", why=True)
    (finding,) = [f for f in result.findings if f.check == "A3"]
    attempts = [node for node in nodes(finding.proof) if node.kind == "attempt"]
    assert attempts
    said = [
        node
        for attempt in attempts
        for node in nodes(attempt)
        if node.kind in {"sentence", "near", "known"} and node.place is not None
    ]
    assert any(node.place and node.place.span.line == text.count("\n") for node in said)
