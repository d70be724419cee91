"""A proposal against a base: the findings of both, matched by what they say."""

from collections.abc import Mapping

from msgspec.structs import replace

from patuh.comparing.records import ORDER, Checked, Comparison
from patuh.comparing.sides import Sides
from patuh.comparing.unit_changes import unit_changes
from patuh.comparing.unit_rows import unit_rows
from patuh.explain.collecting import collected
from patuh.explain.findings import ContentKey, content_key
from patuh.finding import Finding, Result, Value


def compare(base: Checked, proposal: Checked) -> Comparison:
    """The differences of a proposal from a base, in the order of the base."""
    sides = Sides(base.reading, proposal.reading)
    old = [
        (_said(part, base.result, sides.renamed), part)
        for finding in base.result.findings
        for part in finding.each
    ]
    new = [
        (_said(part, proposal.result, {}), part)
        for finding in proposal.result.findings
        for part in finding.each
    ]
    known, now = {key for key, _ in old}, {key for key, _ in new}
    return Comparison(
        base.result,
        proposal.result,
        collected(part for key, part in new if key not in known),
        collected(part for key, part in old if key not in now),
        collected(part for key, part in new if key in known),
        tuple(sorted(unit_changes(sides), key=lambda change: ORDER.index(change.kind))),
        tuple(unit_rows(sides)),
    )


def _said(finding: Finding, result: Result, names: Mapping[str, str]) -> ContentKey:
    """What a finding says, with units by their new names and workflows by their titles."""

    def now(value: Value) -> Value:
        if isinstance(value, tuple):
            return value[0], tuple(map(now, value[1]))
        return names.get(value, value) if isinstance(value, str) else value

    terms = {name: now(value) for name, value in finding.terms.items()}
    number = terms.get("alur")
    if isinstance(number, int):
        terms["alur"] = result.input.workflows.get(number, number)
    return content_key(replace(finding, terms=terms))
