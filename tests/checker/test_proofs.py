"""Proof trees are complete: every literal of every rule they use appears, and leads somewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from rules import fits, rules_of
from violations import (
    CASES,
    checked,
    findings,
    one_for_each_check,
    one_for_each_regulation,
    title,
    violating,
)

from patuh.checking import check, facts_of, read
from patuh.engine import Session
from patuh.explain import explain
from patuh.finding import Finding, Place, Proof, Result
from patuh.knowledge.catalogue import checks
from patuh.knowledge.programs import programs
from patuh.knowledge.provisions import quotations

PATHS = one_for_each_check()
REST = [path for path in one_for_each_regulation() if path not in PATHS]
ALL = [*PATHS, *(pytest.param(path, marks=pytest.mark.slow) for path in REST)]


def name(value: object) -> str:
    assert isinstance(value, Path)
    return title(value)


def nodes(proof: Proof) -> Iterator[Proof]:
    yield proof
    for child in proof.children:
        yield from nodes(child)


def each(path: Path) -> Iterator[Finding]:
    """The findings of a case, and each part of what is told together."""
    for finding in findings(path):
        yield from finding.parts or (finding,)


def proofs(path: Path) -> list[Proof]:
    found = [finding.proof for finding in each(path)]
    assert found
    assert all(found)
    return [proof for proof in found if proof is not None]


def test_every_check_has_a_case() -> None:
    generic = {name for name, check in checks().items() if check.file.startswith("checks/")}
    national = {path.name for path in (CASES.parent / "national").iterdir() if path.is_dir()}
    assert {path.parent.name for path in PATHS} | national == generic


@pytest.mark.parametrize("path", ALL, ids=name)
def test_every_literal_of_every_rule_appears(path: Path) -> None:
    """The children of a derived node are the body of the rule it names, one to one, in order."""
    rules = rules_of(checked(path).input.regulations)
    for proof in proofs(path):
        assert proof.kind == "rule"
        for node in nodes(proof):
            if node.kind == "rule":
                assert node.rule is not None
                assert any(fits(node, rule) for rule in rules[node.rule]), (node.rule, node.atom)
            else:
                assert node.kind == "count" or not node.children


@pytest.mark.parametrize("path", ALL, ids=name)
def test_leaves_are_sentences_norms_and_absences(path: Path) -> None:
    """Sentences stand in the file, norms in the regulation; every finding rests on a sentence
    or an absence, and shows a norm that it cites."""
    result = checked(path)
    lines = result.source.splitlines()
    for finding in each(path):
        assert finding.proof is not None
        every = list(nodes(finding.proof))
        for node in every:
            if node.kind == "sentence":
                assert node.place is not None
                assert inside(node.place, lines, result)
            if node.kind == "norm":
                assert node.citation is not None
                quoted = quotations(node.citation.regulation)[node.citation.provision]
                assert (node.citation.label, node.citation.text) == (quoted.label, quoted.text)
        assert any(node.kind in {"sentence", "absence"} for node in every)
        cited = {node.citation for node in every if node.citation}
        assert not finding.citations or cited & set(finding.citations)


def inside(place: Place, lines: list[str], result: Result) -> bool:
    span = place.span
    return (
        place.path == result.input.path
        and 1 <= span.line <= span.end_line <= len(lines)
        and 1 <= span.column <= len(lines[span.line - 1]) + 1
        and span.end_column <= len(lines[span.end_line - 1]) + 1
    )


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_proof_is_circular(path: Path) -> None:
    """No atom is derived from itself."""

    def walk(node: Proof, above: frozenset[str]) -> None:
        assert node.kind != "rule" or node.atom not in above
        for child in node.children:
            walk(child, above | {node.atom})

    for proof in proofs(path):
        walk(proof, frozenset())


def test_other_proofs_are_counted_and_the_shortest_is_shown() -> None:
    """Two ways to a conclusion: the shorter one stands in the tree, the other is counted."""
    from patuh.engine.atoms.derivation import Atom, Derivation, Literal
    from patuh.explain.proof import Prover

    def atom(name: str) -> Atom:
        return Atom(name, (), name)

    def rule(place: str, head: str, *body: str) -> Derivation:
        derived = {"p", "q"}
        parts = tuple(Literal("positive", atom(b), b in derived) for b in body)
        return Derivation(place, atom(head), parts)

    every = [rule("a:1", "p", "q", "r"), rule("a:2", "p", "r"), rule("a:3", "q", "r")]
    proof = Prover(every, {}).proof(atom("p"))
    assert (proof.rule, proof.others) == ("a:2", 1)


def test_aggregates_show_what_they_count() -> None:
    """The #count of R6 holds the agencies that act."""
    path = violating()["R6", "paser"][0]
    counts = [n for proof in proofs(path) for n in nodes(proof) if n.kind == "count"]
    assert counts
    units = {child.arguments[-1] for node in counts for child in node.children}
    assert {"Dinas Sosial", "Dinas Kesehatan"} <= units


def test_an_edited_rule_changes_the_tree() -> None:
    """The tree comes from the rules as they stand: one literal more is one node more."""
    path = CASES / "H2" / "paser_kepada_wakil_bupati.sotk"
    source = path.read_text(encoding="utf-8")
    proposal, laws = read(source, str(path))
    facts = facts_of(proposal, laws)
    ids = tuple(law.id for law in laws)
    original = programs(ids)
    edited = [
        replace(program, text=_with_literal(program.text, "temuan_garis(pelanggaran, R, h2,"))
        if program.name == "checks/hierarki.lp"
        else program
        for program in original
    ]
    trees = []
    for every in (original, edited):
        session = Session(every, facts.text)
        places = {fact: Place(str(path), span) for fact, span in facts.places.items()}
        loci = {locus: Place(str(path), span) for locus, span in facts.loci.items()}
        found = explain(session.findings(), session.derivations(), places, loci)
        trees.append(next(f.proof for f in found if f.check == "H2"))
    before, after = trees
    assert before is not None
    assert after is not None
    added = {n.atom for n in nodes(after)} - {n.atom for n in nodes(before)}
    assert added == {"dilebur(paser_56_2020)"}


def _with_literal(text: str, head: str) -> str:
    start = text.index(head)
    end = text.index(".\n", start)
    return f"{text[:end]}, not dilebur(R){text[end:]}"


def test_the_tree_of_a_long_chain_is_whole() -> None:
    """A chain of as many superiors as are accepted is proved without a bound on depth."""
    count = 90
    chain = [
        f"Seksi S{n:03d} pada Dinas Sosial bertanggung jawab kepada "
        f"Seksi S{n + 1:03d} pada Dinas Sosial."
        for n in range(count)
    ]
    back = (
        f"Seksi S{count:03d} pada Dinas Sosial bertanggung jawab kepada "
        "Seksi S000 pada Dinas Sosial."
    )
    head = "USULAN : Rantai\nDAERAH : Kabupaten Paser\nTANGGAL : 1 Maret 2024\n\nSTRUKTUR\n\n"
    result = check("\n".join([head, *chain, back, ""]).encode(), "rantai.sotk")
    loops = [finding for finding in result.findings if finding.check == "H1"]
    assert loops
    sentences = {
        node.place for node in nodes_of(loops[0].proof) if node.kind == "sentence" and node.place
    }
    assert len(sentences) >= 2


def nodes_of(proof: Proof | None) -> Iterator[Proof]:
    """The nodes of a shared tree, each once."""
    stack, seen = [proof] if proof else [], set[int]()
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            stack.extend(node.children)
