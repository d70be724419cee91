"""`--format json`: the object `patuh.findings/2`, against its schema and with exact values."""

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from checker_texts import CLEAN, PP_18, UU_23, VIOLATION
from families import CORPUS
from violations import checked, one_for_each_check, title

from patuh.checking import check
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import laws
from patuh.report.documents.json import render

SCHEMA = json.loads(files("patuh").joinpath("schema/findings-2.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def document(path: Path, lang: str) -> dict:
    return json.loads(render([checked(path)], [], lang, proofs=True))


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_provision_that_may_be_cited_is_one_by_the_schema() -> None:
    """Those of the law on drafting too, which stand in its annex and in its explanation."""
    pattern = re.compile(SCHEMA["$defs"]["citation"]["properties"]["provision"]["pattern"])
    every = [provision for law in laws() for provision in quotations(law.id)]
    assert [provision for provision in every if not pattern.search(provision)] == []
    assert {"lampiran-2.angka-14", "penjelasan.pasal-72.ayat-1a"} <= set(every)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_corpus_validates(path: Path, lang: str) -> None:
    VALIDATOR.validate(document(path, lang))


@pytest.mark.parametrize("path", one_for_each_check(), ids=title)
def test_a_case_of_every_check_validates(path: Path) -> None:
    VALIDATOR.validate(document(path, "en"))


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "patuh.findings/1"},
        {"summary": {}},
        {"errors": [{"code": "E001"}]},
        {"lain": 1},
    ],
    ids=["version", "summary", "error", "key"],
)
def test_the_schema_refuses_what_is_none(change: dict) -> None:
    broken = {**document(CORPUS[0], "id"), **change}
    assert not VALIDATOR.is_valid(broken)


def test_a_finding_in_full(patuh: Callable, written: Callable) -> None:
    run = patuh("check", "--why", "--format", "json", "--lang", "en", written(VIOLATION))
    (finding,) = json.loads(run.out)["findings"]
    citations, proof = finding.pop("citations"), finding.pop("proof")
    assert finding == {
        "check": "H7",
        "case": "langsung",
        "level": "pelanggaran",
        "regulation": "paser_56_2020",
        "subject": "Dinas Sosial",
        "title": "Accountability to the Bupati bypasses the Sekretaris Daerah",
        "message": "Dinas Sosial answers to the Bupati directly, but this accountability goes"
        " through the Sekretaris Daerah",
        "advice": "write: `Dinas Sosial bertanggung jawab kepada Bupati"
        " melalui Sekretaris Daerah.`",
        "location": {
            "path": "usulan.sotk", "line": 8, "column": 1, "end_line": 8, "end_column": 55,
        },
        "related_locations": [],
        "interpretation": None,
        "interpretations": [],
        "repairs": [],
        "repair_search": None,
        "fingerprint": finding["fingerprint"],
    }  # fmt: skip
    assert [(c["regulation"], c["provision"]) for c in citations] == [
        ("paser_56_2020", "pasal-14.ayat-2.huruf-e")
    ]
    assert citations[0]["label"] == "Pasal 14 ayat (2) huruf e"
    assert proof["kind"] == "rule"
    assert proof["text"] == "finding: violation"
    assert proof["atom"].startswith("temuan(pelanggaran,paser_56_2020,h7,langsung,")


def test_proofs_are_given_where_they_are_asked_for(patuh: Callable, written: Callable) -> None:
    (finding,) = json.loads(patuh("check", "--format", "json", written(VIOLATION)).out)["findings"]
    assert "proof" not in finding


def test_the_summary_counts_each_level(patuh: Callable, written: Callable) -> None:
    out = json.loads(patuh("check", "--format", "json", written(VIOLATION)).out)
    assert out["summary"] == {
        "pelanggaran": 1, "belum_lengkap": 0, "peringatan": 0, "catatan": 0,
    }  # fmt: skip


def test_what_is_not_assessed_is_said(patuh: Callable, written: Callable) -> None:
    """The numbers of provisions are those of the ledger; an unknown verb is named."""
    text = (
        CLEAN
        + "Bupati adalah Bupati Paser.\n"
        + 'ALUR kegiatan "Uji"\n  1. Dinas Sosial memverifikasi berkas.\n'
    )
    out = json.loads(patuh("check", "--format", "json", written(text)).out)
    assert [(e["reason"], e["provisions"], len(e["ids"])) for e in out["not_assessed"]] == [
        ("definisi", 5, 5),
        ("asas", 15, 15),
        ("kebolehan", 1, 1),
        ("belum_dienkode", PP_18, PP_18),
        ("belum_dienkode", UU_23, UU_23),
        ("tidak_tersedia", 2, 2),
    ]
    (told,) = out["inputs"][0]["told"]
    assert (told["kind"], told["lines"], told["unread"]) == ("definisi", [10], False)
    assert told["text"].startswith("baris 10: ")
    (act,) = out["inputs"][0]["unknown_acts"]
    assert (act["act"], act["location"]["line"]) == ("memverifikasi", 12)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("Dinas Sosial memperhatikan dan melaksanakan perintah Bupati.", []),
        ("Dinas Sosial mengumpulkan dan mengolah data.", []),
        ("Dinas Sosial memperhatikan perintah Bupati.", ["memperhatikan"]),
        ("Dinas Sosial mengolah data.", ["mengolah"]),
    ],
)
def test_a_verb_beside_the_one_that_a_norm_asks_for_is_known(
    patuh: Callable, written: Callable, step: str, told: list[str]
) -> None:
    text = CLEAN + f'ALUR kegiatan "Uji"\n  1. {step}\n'
    out = json.loads(patuh("check", "--format", "json", written(text)).out)
    assert [act["act"] for act in out["inputs"][0]["unknown_acts"]] == told


KUTIM = "USULAN: Uji\nDAERAH: Kabupaten Kutai Timur\nLINGKUP: sebagian\n\n"
DISPUTE = 'ALUR perselisihan kerja sama "Uji"\n  pihak: Dinas Kesehatan; Dinas Pendidikan\n'
REPORT = 'ALUR laporan "Uji"\n  subjek: Dinas Sosial\n'
ACTIVITY = 'ALUR kegiatan "Uji"\n'


@pytest.mark.parametrize(
    ("workflow", "step", "told"),
    [
        (DISPUTE, "Sekretaris Daerah memediasi kedua belah pihak.", []),
        (DISPUTE, "Sekretaris Daerah memverifikasi data.", ["memverifikasi"]),
        (ACTIVITY, "Sekretaris Daerah mendamaikan warga.", ["mendamaikan"]),
        (REPORT, "Dinas Sosial mengajukan laporan kepada Bupati.", []),
        (ACTIVITY, "Dinas Sosial mengajukan proposal kepada Bupati.", ["mengajukan"]),
        (ACTIVITY, "Dinas Sosial mematuhi perintah Bupati.", ["mematuhi"]),
    ],
)
def test_a_verb_is_unknown_where_no_rule_asks_for_it_in_such_a_workflow(
    patuh: Callable, written: Callable, workflow: str, step: str, told: list[str]
) -> None:
    text = f"{KUTIM}{workflow}  1. {step}\n"
    out = json.loads(patuh("check", "--format", "json", written(text)).out)
    assert [act["act"] for act in out["inputs"][0]["unknown_acts"]] == told


def test_what_alone_a_proposal_is_complete_for(patuh: Callable, written: Callable) -> None:
    text = CLEAN.replace("sebagian", "lengkap untuk Dinas Sosial; UPT Pasar")
    out = json.loads(patuh("check", "--format", "json", written(text)).out)
    assert out["inputs"][0]["scope"] == "lengkap_untuk"
    assert out["inputs"][0]["complete_for"] == ["Dinas Sosial", "UPT Pasar"]


def test_errors_of_unreadable_inputs(patuh: Callable, written: Callable) -> None:
    """All errors of a file stand there with their places, beside the results of the others."""
    written(CLEAN, "baik.sotk")
    written(CLEAN + "Dinas Sosial xyz.\nDinas Sosial bertanggung.\n", "buruk.sotk")
    run = patuh(
        "check", "--format", "json", "--lang", "en", "baik.sotk", "buruk.sotk", "tiada.sotk"
    )
    out = json.loads(run.out)
    VALIDATOR.validate(out)
    assert run.code == 2
    assert [entry["path"] for entry in out["inputs"]] == ["baik.sotk"]
    found = [(e["code"], e["location"]["path"], e["location"]["line"]) for e in out["errors"]]
    assert found == [
        ("E403", "buruk.sotk", 10),
        ("E403", "buruk.sotk", 11),
        ("M002", "tiada.sotk", 1),
    ]


def test_long_proofs_are_cut_and_say_so() -> None:
    """A tree of reasons far above the bounds keeps its size in bounds and is still valid."""
    agencies = "".join(
        f"Dinas Urusan {number:04d} bertanggung jawab kepada"
        f" Dinas Urusan {(number + 1) % 90:04d}.\n"
        for number in range(90)
    )
    text = CLEAN + agencies
    out = render([check(text.encode(), "u.sotk")], [], "id", proofs=True)
    VALIDATOR.validate(json.loads(out))
    assert len(out) < 20_000_000
