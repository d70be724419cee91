"""A comparison of proposals as the versioned JSON object `patuh.compare/1`."""

from typing import Any

from msgspec.structs import asdict

from patuh.comparing import Comparison
from patuh.finding import Finding, Result
from patuh.messages import Lang
from patuh.report.documents.json import accepted_of, location, not_assessed
from patuh.report.wording import Wording
from patuh_parser.text.shown import as_json

SCHEMA = "patuh.compare/1"


def render(comparison: Comparison, lang: Lang) -> str:
    """The versioned object; the same inputs give the same bytes."""
    document = {
        "schema": SCHEMA,
        "base": _input(comparison.base),
        "proposal": _input(comparison.proposal),
        "findings": {
            word: [_finding(finding, Wording(lang, source.input)) for finding in findings]
            for word, findings, source in comparison.findings
        },
        "units": [
            {
                "change": change.kind,
                "units": list(change.units),
                "before": list(change.before),
                "after": list(change.after),
            }
            for change in comparison.units
        ],
        "matrix": [asdict(row) for row in comparison.matrix],
        "not_assessed": not_assessed([comparison.base, comparison.proposal], lang),
    }
    return as_json(document)


def _input(result: Result) -> dict[str, Any]:
    return {
        "path": result.input.path,
        "title": result.input.title,
        "regulations": list(result.input.regulations),
        "scope": result.input.scope,
        "complete_for": list(result.input.complete_for),
        "base": result.input.base,
    }


def _finding(finding: Finding, wording: Wording) -> dict[str, Any]:
    return {
        "check": finding.check,
        "case": finding.case,
        "level": finding.level.name,
        **accepted_of(finding, wording),
        "regulation": finding.regulation,
        "subject": wording.subject(finding),
        "message": wording.sentence(finding),
        "provisions": [citation.provision for citation in finding.citations],
        "location": location(finding.place),
        "fingerprint": finding.fingerprint,
    }
