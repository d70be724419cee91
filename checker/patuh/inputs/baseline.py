"""The file of a baseline: which findings were known, for all inputs that it was written for."""

import os
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from patuh.accepting import Known, against, known_of
from patuh.finding import Result, Unreadable, unread
from patuh.inputs.paths import STDIN, read_bytes
from patuh.messages import told
from patuh.report.wording import Wording
from patuh_parser.text.shown import as_json


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """What was known, and where the file lies."""

    schema: Literal["patuh.baseline/1"]
    findings: tuple[Known, ...]


def read_baseline(path: str) -> Baseline | Unreadable:
    """The baseline in a file, or why it cannot be read."""
    data = read_bytes(path)
    if isinstance(data, Unreadable):
        return data
    try:
        return msgspec.json.decode(data, type=Baseline)
    except msgspec.ValidationError as error:
        where = str(error).rpartition("`")[0].rpartition("`")[2] or "$"
        return unread(path, "M011", told("inputs.baseline", where=where))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return unread(path, "M011", told("inputs.baseline", where="$"))


def marked_by(results: Iterable[Result], baseline: Baseline, path: str) -> list[Result]:
    """The results with the findings marked that the baseline at `path` has of their inputs."""
    known: dict[str, list[Known]] = {}
    for one in baseline.findings:
        known.setdefault(one.path, []).append(one)
    return [against(one, known.get(_from(path, one.input.path), ()), path) for one in results]


def written_for(results: Sequence[Result], before: Baseline | None, path: str) -> Baseline:
    """What the results have now; of inputs that are not among them what was known `before`."""
    now = [one for result in results for one in _known(result, path)]
    checked = {_from(path, result.input.path) for result in results}
    rest = [one for one in (before.findings if before else ()) if one.path not in checked]
    ordered = sorted({*now, *rest}, key=msgspec.structs.astuple)
    return Baseline("patuh.baseline/1", tuple(ordered))


def text_of(baseline: Baseline) -> str:
    """The content of the file."""
    return as_json(msgspec.to_builtins(baseline))


def _known(result: Result, path: str) -> list[Known]:
    wording = Wording("id", result.input)
    parts = [part for finding in result.findings for part in finding.each]
    return known_of(result, _from(path, result.input.path), map(wording.subject, parts))


def _from(baseline: str, path: str) -> str:
    """An input as seen from the folder of the baseline, so that both can be moved together."""
    if path == STDIN:
        return path
    whole = os.path.abspath(path)
    try:
        found = os.path.relpath(whole, os.path.dirname(os.path.abspath(baseline)))
    except ValueError:  # on another drive
        found = whole
    return found.replace(os.sep, "/")
