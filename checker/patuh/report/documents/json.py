"""Results as the versioned JSON object `patuh.findings/2`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import asdict

from patuh.finding import (
    Finding,
    InputError,
    LeftOut,
    Level,
    Place,
    Proof,
    Repair,
    Result,
    Told,
    Unreadable,
)
from patuh.knowledge.laid_over import overlays
from patuh.messages import Lang
from patuh.report.tree import in_words
from patuh.report.wording import Wording
from patuh_parser.text.shown import as_json

SCHEMA = "patuh.findings/2"


_MOST_NODES = 2_000
_DEEPEST = 60


def render(
    results: Iterable[Result],
    errors: Iterable[Unreadable],
    lang: Lang,
    left: Sequence[LeftOut] = (),
    *,
    proofs: bool = False,
) -> str:
    """One object for all inputs; the same inputs give the same bytes. Proofs where asked for."""
    every = list(results)
    findings = [
        _finding(finding, wording, proofs)
        for result in every
        for wording in (Wording(lang, result.input),)
        for finding in result.findings
    ]
    counts = Counter(finding["level"] for finding in findings if "accepted" not in finding)
    accepted = len(findings) - counts.total()
    document = {
        "schema": SCHEMA,
        "inputs": [_input(result, lang) for result in every],
        "findings": findings,
        "summary": {
            **{level.name: counts[level.name] for level in sorted(Level, reverse=True)},
            **({"accepted": accepted} if accepted else {}),
        },
        "not_assessed": not_assessed(every, lang),
        **({"overlays": [asdict(one) for one in overlays()]} if overlays() else {}),
        **({"left_out": [asdict(one) for one in left]} if left else {}),
        "errors": [_error(error, lang) for unreadable in errors for error in unreadable.errors],
    }
    return as_json(document)


def _input(result: Result, lang: Lang) -> dict[str, Any]:
    laws = result.input.regulations
    wording = Wording(lang, result.input)
    recognised = wording.recognised()
    return {
        "path": result.input.path,
        "title": result.input.title,
        "regulation": laws[0],
        "regulations": list(laws),
        "scope": result.input.scope,
        "complete_for": list(result.input.complete_for),
        "unknown_acts": [
            {"act": act, "location": location(place)} for act, place in result.input.unknown_acts
        ],
        **({"read_as": recognised} if recognised else {}),
        "told": [
            {
                "kind": one.kind,
                "lines": list(one.lines),
                "text": wording.told(one),
                "unread": one.unread,
            }
            for one in result.input.told
        ],
        **(
            {"remarks": [_remark(one, wording) for one in result.remarks]} if result.remarks else {}
        ),
    }


def _remark(one: Told, wording: Wording) -> dict[str, Any]:
    return {"kind": one.kind, "lines": list(one.lines), "text": wording.remark(one)}


def accepted_of(finding: Finding, wording: Wording) -> dict[str, Any]:
    """How a finding is accepted, in words and by its parts; nothing if it is not."""
    found = finding.accepted
    if found is None:
        return {}
    told: dict[str, Any] = {"text": wording.accepted(finding)}
    if found.until is None:
        return {"accepted": {"how": "baseline", **told, "source": found.source}}
    told |= {"until": found.until.isoformat(), "basis": found.basis, "by": found.by}
    return {"accepted": {"how": "dispensation", **told, "line": found.line}}


def _finding(finding: Finding, wording: Wording, proofs: bool) -> dict[str, Any]:
    readings = [
        {"name": f"tafsir_{reading.name}", "value": reading.value,
         "text": wording.interpretation(reading)}
        for reading in finding.interpretations
    ]  # fmt: skip
    titles = [{"written": title, "unit": unit} for title, unit in wording.read_as(finding)]
    return {
        "check": finding.check,
        "case": finding.case,
        "level": finding.level.name,
        **accepted_of(finding, wording),
        "regulation": finding.regulation,
        "subject": wording.subject(finding),
        "title": wording.title(finding),
        "message": wording.sentence(finding),
        "advice": wording.advice(finding),
        "location": _located(finding.place, wording),
        "related_locations": [_located(place, wording) for place in finding.places[1:]],
        "citations": [asdict(citation) for citation in finding.citations],
        "interpretation": readings[0] if readings else None,
        "interpretations": readings,
        **({"read_as": titles} if titles else {}),
        **_proved(finding, wording, proofs),
        "repairs": [_repair(repair) for repair in finding.repairs],
        "repair_search": None if finding.repair_search is None else asdict(finding.repair_search),
        "fingerprint": finding.fingerprint,
        **(
            {"parts": [_part(part, wording, proofs) for part in finding.parts]}
            if finding.parts
            else {}
        ),
    }


def _part(part: Finding, wording: Wording, proofs: bool) -> dict[str, Any]:
    """One of those that are told together."""
    return {
        "subject": wording.subject(part),
        "message": wording.sentence(part),
        "location": location(part.place),
        "citations": [asdict(citation) for citation in part.citations],
        **_proved(part, wording, proofs),
        "fingerprint": part.fingerprint,
    }


def _repair(repair: Repair) -> dict[str, Any]:
    edits = [
        {
            "line": edit.first,
            "end_line": edit.last,
            "old": list(edit.old),
            "new": list(edit.lines),
        }
        for edit in repair.edits
    ]
    return {
        "edits": edits,
        "cost": repair.cost,
        "verified": repair.verified,
        "choice": repair.choice,
    }


def _located(place: Place, wording: Wording) -> dict[str, Any]:
    """A place with the cell of a table that its line is taken from, if it is."""
    cell = wording.cell(place)
    return location(place) if cell is None else {**location(place), "cell": cell}


def location(place: Place) -> dict[str, Any]:
    """A place as the documents of patuh give it."""
    span = place.span
    return {
        "path": place.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _proved(finding: Finding, wording: Wording, proofs: bool) -> dict[str, Any]:
    if not proofs or finding.proof is None:
        return {}
    return {"proof": _proof(finding.proof, wording, [_MOST_NODES])}


def _proof(proof: Proof, wording: Wording, budget: list[int], depth: int = 0) -> dict[str, Any]:
    """The tree, cut with `truncated` where it would pass the bound on nodes or depth."""
    budget[0] -= 1
    node: dict[str, Any] = {
        "kind": proof.kind,
        "text": in_words(proof, wording),
        "atom": proof.atom,
    }
    if proof.rule is not None:
        node["rule"] = proof.rule
    if proof.place is not None:
        node["location"] = location(proof.place)
    if proof.citation is not None:
        node["citation"] = asdict(proof.citation)
    if proof.others:
        node["others"] = proof.others
    if proof.children and (budget[0] <= 0 or depth >= _DEEPEST):
        node["truncated"] = True
    elif proof.children:
        node["children"] = [_proof(child, wording, budget, depth + 1) for child in proof.children]
    return node


def _error(error: InputError, lang: Lang) -> dict[str, Any]:
    message, hint = error.texts[lang]
    return {
        "code": error.code,
        "message": message,
        "hint": hint,
        "location": location(error.place),
    }


def not_assessed(results: Iterable[Result], lang: Lang) -> list[dict[str, Any]]:
    """What no check tests, of each regulation once."""
    found: dict[tuple[str, str, str, tuple[str, ...]], dict[str, Any]] = {}
    for result in results:
        wording = Wording(lang, result.input)
        for group in result.unassessed:
            found[group.regulation, group.reason, group.part, group.checks] = {
                "regulation": group.regulation,
                "provisions": len(group.provisions),
                "ids": list(group.provisions),
                "reason": group.reason,
                "text": wording.reason(group.reason)
                if group.provisions and not group.part
                else wording.unassessed(group),
                **({"checks": list(group.checks)} if group.checks else {}),
            }
    return list(found.values())
