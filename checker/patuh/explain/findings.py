"""Findings from the atoms `temuan/6`: merged, cited, proved and sorted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from patuh.engine import FindingError
from patuh.engine.atoms.derivation import Atom, Derivation
from patuh.explain.proof import Prover
from patuh.facts.text import key
from patuh.finding import Citation, Finding, Interpretation, Level, Place, Value
from patuh.knowledge.messages import check_messages
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import laws
from patuh_parser.hashes import sha256

_BRIDGE = "temuan_garis"


def explain(
    atoms: Iterable[Atom],
    derivations: Iterable[Derivation],
    places: Mapping[str, Place],
    loci: Mapping[str, Place],
) -> tuple[Finding, ...]:
    """One finding for each set of atoms that agree in all but their place.

    `places` and `loci` give the places of facts and of loci; a finding without a place of its
    own stands at `loci["kepala(usulan)"]`. Without derivations there are neither proofs nor
    citations. Raises `patuh.engine.FindingError` for an atom that no report could tell.
    """
    every = list(derivations)
    by_head: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in every:
        by_head[derivation.head.text].append(derivation)
    for atom in (atoms := list(atoms)):
        if (part := _odd(atom)) is not None:
            told = by_head.get(atom.text, ())
            raise FindingError(part, atom.text, told[0].rule if told else "?")
    prover = Prover(every, places)
    groups: dict[tuple[Value, ...], list[Atom]] = defaultdict(list)
    for atom in atoms:
        level, regulation, check, case, _, terms = atom.arguments
        groups[level, regulation, check, case, terms].append(atom)
    found = [_finding(group, by_head, prover, loci) for group in groups.values()]
    return tuple(sorted(found, key=order))


def _odd(found: Atom) -> str | None:
    """The part of a finding that is of no form that reports know, or None."""
    level, law, check, case, _, content = found.arguments
    if level not in Level.__members__:
        return "level"
    if law not in {one.id for one in laws()}:
        return "regulation"
    said = check_messages("id").get(check) if isinstance(check, str) else None
    if said is None or case not in said.cases:
        return "check"
    parts = content[1] if isinstance(content, tuple) and not content[0] else (content,)
    named = all(isinstance(part, tuple) and part[0] and part[1] for part in parts)
    return None if parts and named else "content"


ContentKey = tuple[str, str, str, str]


def content_key(finding: Finding) -> ContentKey:
    """What a finding says, wherever it stands: for comparing two checks of edited texts."""
    return finding.regulation, finding.check, finding.case, repr(finding.terms)


def content_keys(findings: Iterable[Finding]) -> set[ContentKey]:
    """What findings say, of those told together each by itself."""
    return {content_key(part) for finding in findings for part in finding.each}


def atom_key(atom: Atom) -> tuple[ContentKey, Level]:
    """The same of an atom `temuan/6`, with its level."""
    level, regulation, check, case, _, content = atom.arguments
    key = str(regulation), str(check).upper(), str(case), repr(named_terms(content))
    return key, Level[str(level)]


def _finding(
    group: list[Atom],
    by_head: Mapping[str, list[Derivation]],
    prover: Prover,
    loci: Mapping[str, Place],
) -> Finding:
    level, regulation, check, case, _, content = group[0].arguments
    terms = named_terms(content)
    places = sorted({_place(atom.arguments[4], loci) for atom in group})
    instances = [d for atom in group for d in _rules_of(atom, by_head)]
    return Finding(
        check=str(check).upper(),
        case=str(case),
        level=Level[str(level)],
        regulation=str(regulation),
        subject=next(iter(terms.values())),
        terms=terms,
        places=tuple(places),
        citations=_citations(instances, prover),
        interpretations=_interpretations(instances),
        proof=prover.proof(group[0]) if by_head else None,
        fingerprint=_fingerprint(regulation, check, case, content),
    )


def _rules_of(atom: Atom, by_head: Mapping[str, list[Derivation]]) -> list[Derivation]:
    """The instances of the check's own rule, behind the bridge from `temuan_garis`."""
    found: list[Derivation] = []
    for derivation in by_head.get(atom.text, ()):
        first = derivation.body[0].atom
        found.extend(by_head[first.text] if first.predicate == _BRIDGE else [derivation])
    return found


def named_terms(content: Value) -> dict[str, Value]:
    """The named terms of `Isi`: `(unit(U), atasan(Y))` gives {"unit": U, "atasan": Y}."""
    assert isinstance(content, tuple), content
    name, arguments = content
    parts = arguments if not name else (content,)
    terms: dict[str, Value] = {}
    for part in parts:
        assert isinstance(part, tuple), content
        terms[part[0]] = part[1][0] if len(part[1]) == 1 else ("", part[1])
    return terms


def _place(locus: Value, loci: Mapping[str, Place]) -> Place:
    while isinstance(locus, tuple) and locus[0] == "seluruh":
        locus = locus[1][0]
    found = loci.get(_text(locus))
    if found is None and isinstance(locus, tuple) and locus[0] == "atribut":
        found = loci.get(f"alur({locus[1][0]})")  # said in a step, or not at all
    return found or loci["kepala(usulan)"]


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        inner = ",".join(_quoted(argument) for argument in value[1])
        return f"{value[0]}({inner})"
    return str(value)


def _quoted(value: Value) -> str:
    return key(value) if isinstance(value, str) else _text(value)


def _citations(instances: Iterable[Derivation], prover: Prover) -> tuple[Citation, ...]:
    found = {
        citation
        for derivation in instances
        for literal in derivation.body
        if literal.kind == "positive" and (citation := prover.citation(literal.atom))
    }
    return tuple(sorted(found, key=law_order))


def law_order(citation: Citation) -> tuple[str, int]:
    """The order of provisions in the law."""
    order = list(quotations(citation.regulation))
    return citation.regulation, order.index(citation.provision)


def _interpretations(instances: Iterable[Derivation]) -> tuple[Interpretation, ...]:
    found = {
        (str(literal.atom.arguments[0]), str(literal.atom.arguments[1]))
        for derivation in instances
        for literal in derivation.body
        if literal.kind == "positive" and literal.atom.predicate == "tafsir"
    }
    return tuple(Interpretation(name, value) for name, value in sorted(found))


def _fingerprint(*parts: Value) -> str:
    """Stable across edits that leave the check, its case and its terms alone."""
    return sha256(repr(parts).encode())[:16]


def order(finding: Finding) -> tuple[object, ...]:
    """The order of findings in a report."""
    return finding.place, -finding.level, finding.check, finding.case, repr(finding.terms)
