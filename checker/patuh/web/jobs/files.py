"""Files to take home: the report and the comparison in each form, as the command line writes it."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from msgspec import Struct

import patuh
from patuh.messages import say
from patuh.web.asked import Asked, WrongRequestError
from patuh.web.jobs.comparing import of_texts, proposals, texts
from patuh.web.jobs.reports import report_of

TYPES: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class File(Struct, frozen=True):
    """A file with its name."""

    name: str
    type: str
    data: bytes


_REPORTS: Mapping[str, Callable[[patuh.Report], str | bytes]] = {
    "docx": patuh.Report.to_docx,
    "html": patuh.Report.to_html,
    "json": patuh.Report.to_json,
    "pdf": patuh.Report.to_pdf,
    "xlsx": patuh.Report.to_xlsx,
}


def report_file(asked: Asked, form: str) -> File:
    """The report; raises `WrongRequestError` for no form, else as `patuh.check`."""
    if form not in _REPORTS:
        raise WrongRequestError
    report = report_of(asked)
    if form == "xlsx" and report.draft:
        raise WrongRequestError
    return _file(PurePath(asked.name).stem, form, _REPORTS[form](report))


def commented(asked: Asked) -> File:
    """The draft as a Word file with its findings as comments."""
    name = say("serve.commented", asked.lang, name=PurePath(asked.name).stem)
    return _file(name, "docx", report_of(asked).to_comments(asked.data))


def comparison_file(old: Asked, new: Asked, form: str) -> File:
    """The comparison; raises `WrongRequestError` for no form, else as `patuh.compare`."""
    found = texts(old, new) if of_texts(old, new) else proposals(old, new)
    if form == "json":
        data: str | bytes = found.to_json()
    elif form == "html":
        data = found.to_html()
    elif form == "docx":
        data = found.to_docx()
    else:
        raise WrongRequestError
    name = say("serve.compared", new.lang, name=PurePath(new.name).stem)
    return _file(name, form, data)


def _file(name: str, form: str, content: str | bytes) -> File:
    data = content if isinstance(content, bytes) else content.encode()
    return File(f"{name}.{form}", TYPES[form], data)
