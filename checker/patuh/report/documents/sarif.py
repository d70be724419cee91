"""Results as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code-scanning tools."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from patuh.finding import (
    Edit,
    Finding,
    InputError,
    LeftOut,
    Level,
    Place,
    Proof,
    Repair,
    Result,
    Unreadable,
)
from patuh.knowledge.messages import check_messages
from patuh.knowledge.regulations import regulation
from patuh.knowledge.root import of_kb
from patuh.messages import Lang, say
from patuh.report.laid_over import laid_over
from patuh.report.left_out import left_out
from patuh.report.tree import in_words
from patuh.report.wording import Wording
from patuh.version import __version__
from patuh_parser.text.shown import ENDS, as_json, shown
from patuh_parser.text.source import text_lines

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
"""Names the schema for editors; nothing is read from there."""
_WRITTEN = "insertedContent"
_HERE = "SRCROOT"
"""The folder of the call, which whoever shows the results knows by this name."""
_LEVELS = {
    Level.pelanggaran: "error",
    Level.belum_lengkap: "error",
    Level.peringatan: "warning",
    Level.catatan: "note",
}


def render(
    results: Iterable[Result],
    errors: Iterable[Unreadable],
    lang: Lang,
    left: Iterable[LeftOut] = (),
) -> str:
    """One run with all rules of the catalogue in its driver."""
    every, unreadable = list(results), list(errors)
    rules = sorted(check_messages(lang))
    accepted = any(len(result.deciding) < len(result.findings) for result in every)
    said = {
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_HERE: {"description": {"text": say("findings.sarif.here", lang)}}},
        "artifacts": [
            {"location": _artifact(name)}
            for name in dict.fromkeys(
                [*(r.input.path for r in every), *(u.path for u in unreadable)]
            )
        ],
        "invocations": [
            {
                "executionSuccessful": not unreadable and not any(r.input.unread for r in every),
                "toolExecutionNotifications": [
                    *(_notification(error, lang) for u in unreadable for error in u.errors),
                    *_noticed(every, lang),
                    *_not_assessed(every, lang),
                    *(_note(text) for text in left_out(left, lang)),
                ],
            }
        ],
        "results": [
            _result(finding, rules.index(finding.check.lower()), result, lang)
            | ({"suppressions": _suppressions(finding, result, lang)} if accepted else {})
            for result in every
            for finding in result.findings
        ],
    }
    run = {"tool": _tool(lang), **_shown(said)}
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _shown(value: Any) -> Any:
    """What viewers show; what they would write into a file stays to the letter."""
    if isinstance(value, str):
        return shown(value, ENDS)
    if isinstance(value, list):
        return [_shown(part) for part in value]
    if isinstance(value, dict):
        return {key: part if key == _WRITTEN else _shown(part) for key, part in value.items()}
    return value


@of_kb
def _tool(lang: Lang) -> dict[str, Any]:
    """The driver with its rules, as they are shown; the same for all inputs."""
    driver = {
        "name": "patuh",
        "version": __version__,
        "semanticVersion": __version__,
        "language": lang,
        "rules": [_rule(name, lang) for name in sorted(check_messages(lang))],
    }
    found: dict[str, Any] = _shown({"driver": driver})
    return found


def _rule(name: str, lang: Lang) -> dict[str, Any]:
    message = check_messages(lang)[name]
    rule: dict[str, Any] = {"id": message.check, "shortDescription": {"text": message.title}}
    if message.purpose:
        rule["fullDescription"] = {"text": message.purpose}
    return rule


def _result(finding: Finding, index: int, source: Result, lang: Lang) -> dict[str, Any]:
    wording = Wording(lang, source.input)
    related = [_location(place, wording) for place in finding.places[1:]]
    related += [
        {**_location(place, wording), "message": {"text": in_words(node, wording)}}
        for place, node in _sentences(finding)
    ]
    found: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": _LEVELS[finding.level],
        "message": {"text": _message(finding, wording)},
        "locations": [_location(finding.place, wording)],
        "relatedLocations": [{"id": number, **entry} for number, entry in enumerate(related, 1)],
        "partialFingerprints": {"patuh/1": finding.fingerprint},
        "properties": {
            "level": finding.level.name,
            "case": finding.case,
            "subject": wording.subject(finding),
            "citations": [asdict(citation) for citation in finding.citations],
        },
    }
    if finding.repairs:
        found["fixes"] = [_fix(repair, source, lang) for repair in finding.repairs]
    return found


def _suppressions(finding: Finding, source: Result, lang: Lang) -> list[dict[str, Any]]:
    """Why it is accepted; where one result of a run has any, each says so."""
    if (found := finding.accepted) is None:
        return []
    why = Wording(lang, source.input).accepted(finding)
    kind = "external" if found.until is None else "inSource"
    return [{"kind": kind, "status": "accepted", "justification": why}]


def _fix(repair: Repair, source: Result, lang: Lang) -> dict[str, Any]:
    """A repair as changes of whole lines; columns count from the first character of a line."""
    rows = text_lines(source.source)
    written = [line.strip() for edit in repair.edits for line in edit.lines if line.strip()]
    lines = " / ".join(written) or say("findings.sarif.gone", lang)
    text = say("findings.sarif.fix", lang, cost=repair.cost, lines=lines)
    return {
        "description": {"text": text},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(source.input.path),
                "replacements": [_replacement(edit, rows) for edit in repair.edits],
            }
        ],
    }


def _replacement(edit: Edit, rows: list[str]) -> dict[str, Any]:
    """Lines `first` to `last` with their ends; at the end of the file what follows the last."""
    region: dict[str, int] = {"startLine": edit.first, "startColumn": 1}
    text = "".join(f"{line}\n" for line in edit.lines)
    if edit.last < len(rows):
        region |= {"endLine": edit.last + 1, "endColumn": 1}
    elif not edit.lines and edit.first > 1:
        region = {"startLine": edit.first - 1, "startColumn": len(rows[edit.first - 2]) + 1}
        region |= {"endLine": edit.last, "endColumn": len(rows[edit.last - 1]) + 1}
    elif edit.first <= len(rows):
        region |= {"endLine": edit.last, "endColumn": len(rows[edit.last - 1]) + 1}
        text = text.removesuffix("\n")
    else:
        end = len(rows[-1]) + 1
        region = {
            "startLine": len(rows),
            "startColumn": end,
            "endLine": len(rows),
            "endColumn": end,
        }
        text = "\n" + text.removesuffix("\n")
    return {"deletedRegion": region, _WRITTEN: {"text": text}}


def _message(finding: Finding, wording: Wording) -> str:
    laws = "; ".join(map(wording.cited, finding.citations))
    sentence = wording.sentence(finding)
    return f"{sentence} ({laws})" if laws else sentence


def _sentences(finding: Finding) -> list[tuple[Place, Proof]]:
    """The sentences of the proof that are not places of the finding itself."""
    found: dict[Place, Proof] = {}
    for node in finding.nodes():
        if node.kind == "sentence" and node.place and node.place not in finding.places:
            found.setdefault(node.place, node)
    return sorted(found.items(), key=lambda entry: entry[0])


def _location(place: Place, wording: Wording | None = None) -> dict[str, Any]:
    """A place; in a Word or PDF file also by page and paragraph, for its lines are not seen."""
    span = place.span
    name = wording.located(place).strip(" ()") if wording is not None else ""
    return {
        **({"logicalLocations": [{"fullyQualifiedName": name}]} if name else {}),
        "physicalLocation": {
            "artifactLocation": _artifact(place.path),
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.end_line,
                "endColumn": span.end_column,
            },
        },
    }


def _notification(error: InputError, lang: Lang) -> dict[str, Any]:
    return {
        "descriptor": {"id": error.code},
        "level": "error",
        "message": {"text": error.texts[lang][0]},
        "locations": [_location(error.place)],
    }


def _noticed(results: list[Result], lang: Lang) -> list[dict[str, Any]]:
    """What drafts were read as, and what of them was not read or read otherwise."""
    found: list[dict[str, Any]] = []
    for result in results:
        wording, path = Wording(lang, result.input), result.input.path
        if recognised := wording.recognised():
            found.append(_note(f"{path}: {say('findings.read_as_draft', lang)}: {recognised}"))
        found += [_note(f"{path}: {wording.remark(one)}") for one in result.remarks]
        for text, unread in wording.noticed():
            told = f"{say('findings.not_assessed', lang)} ({path}): {text}"
            found.append({"level": "error" if unread else "note", "message": {"text": told}})
    return found


def _not_assessed(results: list[Result], lang: Lang) -> list[dict[str, Any]]:
    """What was laid over the knowledge base and what no check tests; it is no fault of the run."""
    label = say("findings.not_assessed", lang)
    texts: dict[str, None] = {}
    for result in results:
        wording = Wording(lang, result.input)
        for group in result.unassessed:
            law = regulation(group.regulation).short
            texts.setdefault(f"{label} ({law}): {wording.unassessed(group)}")
        for text in wording.left_open():
            texts.setdefault(f"{label} ({result.input.path}): {text}")
    found = [{"level": "warning", "message": {"text": text}} for text in laid_over(lang)]
    return found + [_note(text) for text in texts]


def _note(text: str) -> dict[str, Any]:
    return {"level": "note", "message": {"text": text}}


def _artifact(path: str) -> dict[str, str]:
    """The address of a file: below the folder of the call, else as a whole."""
    from urllib.parse import quote

    if path == "-":
        return {"uri": "stdin"}
    whole = Path(os.path.abspath(path))
    here = Path.cwd()
    if whole.is_relative_to(here):
        return {"uri": quote(os.fsencode(whole.relative_to(here).as_posix())), "uriBaseId": _HERE}
    return {"uri": f"file://{quote(os.fsencode(whole.as_posix()))}"}
