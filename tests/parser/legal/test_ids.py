"""Ids, labels and Akoma Ntoso URIs of one provision are one to one."""

import pytest

from patuh_parser.legal.ids import (
    ProvisionIdError,
    eid,
    label,
    parse_label,
)
from patuh_parser.legal.model import Draft

DEEP = "pasal-18.ayat-1.huruf-d.angka-1.huruf-b.angka-1.angka-14"


@pytest.mark.parametrize(
    ("provision_id", "expected"),
    [
        ("pasal-3", "Pasal 3"),
        ("pasal-1.angka-10", "Pasal 1 angka 10"),
        ("pasal-11.huruf-c", "Pasal 11 huruf c"),
        ("pasal-14.ayat-2.huruf-e", "Pasal 14 ayat (2) huruf e"),
        (DEEP, "Pasal 18 ayat (1) huruf d angka 1 huruf b) angka 1) angka (14)"),
    ],
)
def test_label_cites_as_a_regulation_does(provision_id: str, expected: str) -> None:
    assert label(provision_id) == expected


@pytest.mark.parametrize(
    "written",
    [
        "Pasal 18 ayat (1) huruf d angka 1 huruf b angka 1 angka 14",
        "pasal 18 ayat 1 huruf D. angka 1. huruf b) angka 1) angka (14)",
        "  Pasal 18, ayat (1),  huruf d, angka 1, huruf b), angka 1), angka (14) ",
    ],
)
def test_parse_label_is_tolerant_of_brackets_case_and_commas(written: str) -> None:
    assert parse_label(written) == DEEP


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Pasal",
        "ayat (1)",
        "Pasal 0",
        "Pasal 5 ayat (a)",
        "Pasal 5 huruf 1",
        "Pasal 5 dan 6",
        "Pasal 5 Pasal 6",
        "Pasal 5 huruf a ayat (1)",
        "Pasal 1 " + "angka 1 " * 6,
        "Pasal 1" * 10_000,
    ],
)
def test_parse_label_refuses_what_cites_no_provision(written: str) -> None:
    with pytest.raises(ProvisionIdError):
        parse_label(written)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "pasal-0",
        "Pasal-1",
        "pasal-1.",
        "pasal-1.ayat-a",
        "pasal-1.huruf-1",
        "ayat-1",
        "pasal-1\n",
    ],
)
def test_label_refuses_what_is_no_id(wrong: str) -> None:
    with pytest.raises(ProvisionIdError):
        label(wrong)


@pytest.mark.parametrize(
    ("node_id", "expected"),
    [
        ("pasal-3", "pasal_3"),
        ("pasal-14.ayat-2.huruf-e", "pasal_14__ayat_2__huruf_e"),
        ("bab-4#2", "bab_4-2"),
        ("diktum-kedua-belas", "diktum_kedua-belas"),
    ],
)
def test_eid_follows_the_akoma_ntoso_convention(node_id: str, expected: str) -> None:
    assert eid(node_id) == expected


@pytest.mark.parametrize("name", ["paser", "kutim"])
def test_every_id_of_the_corpus_goes_there_and_back(
    name: str, request: pytest.FixtureRequest
) -> None:
    law: Draft = request.getfixturevalue(name)
    ids = [node.id for node in law.provisions()]
    assert [parse_label(label(provision_id)) for provision_id in ids] == ids
    assert [eid(name).replace("__", ".").replace("_", "-") for name in ids] == ids
    assert len({label(provision_id) for provision_id in ids}) == len(ids)


@pytest.mark.parametrize("name", ["paser", "kutim"])
def test_labels_of_the_corpus_show_the_marker_as_written(
    name: str, request: pytest.FixtureRequest
) -> None:
    law: Draft = request.getfixturevalue(name)
    for node in law.provisions():
        assert label(node.id).split()[-1] == node.number.rstrip(".")
