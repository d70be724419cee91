"""A finding says how a title without a name was read, in every kind of report."""

import json
from importlib.resources import files

import jsonschema

from patuh.checking import check
from patuh.report.documents.html import render as html
from patuh.report.documents.json import render as as_json
from patuh.report.terminal.style import Style
from patuh.report.terminal.text import render as as_text

TEXT = """USULAN : Uji
DAERAH : Kabupaten Paser
STRUKTUR
UPT Puskesmas Kuaro pada Dinas Kesehatan.
Kepala UPT bertanggung jawab kepada Bupati.
"""


def test_text_and_html_and_json_say_what_was_read() -> None:
    result = check(TEXT.encode(), "x.sotk")
    said = "“Kepala UPT” sebagai UPT Puskesmas Kuaro"
    assert f"= dibaca: {said}" in "".join(as_text([result], "id", Style()))
    assert said in "".join(html([result], [], "id"))
    document = json.loads(as_json([result], [], "id"))
    schema = json.loads(files("patuh").joinpath("schema/findings-2.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    (found,) = [f for f in document["findings"] if f["check"] == "U4"]
    assert found["read_as"] == [{"written": "Kepala UPT", "unit": "UPT Puskesmas Kuaro"}]
