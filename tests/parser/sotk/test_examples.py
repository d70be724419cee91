"""The examples parse, print and parse again; white space, comments and order do not matter."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sotk_support import EXAMPLES, HEADER, bare, content, names_of, regulation_of

from patuh_parser.sotk import print_proposal, read_header, read_proposal

NAMES = names_of("kutim_41_2023")
UNITS = [
    "Dinas Sosial", "Dinas Kesehatan", "Bupati", "Sekretaris Daerah", "Asisten Administrasi Umum",
    "Dinas Komunikasi, Informatika, Statistik dan Persandian", "Badan Pusat Statistik", '"Foo"',
    "UPT Puskesmas Kuaro 1", "Bidang Gizi pada Dinas Kesehatan", "Dinas Baru, Lain dan Sama",
    "Bagian Hukum", "DPRD", "Forkopimda", "Kepala Dinas Sosial", "Staf Ahli", "Kecamatan Bengalon",
]  # fmt: skip
unit = st.sampled_from(UNITS)
modal = st.sampled_from(["", "wajib ", "dapat ", "tidak ", "tidak wajib "])
via = st.one_of(
    st.just(""),
    st.tuples(unit, st.sampled_from([" dan ", " kemudian "]), unit).map(
        lambda v: " melalui " + "".join(v)
    ),
    unit.map(lambda name: f" melalui {name}"),
    st.just(" tanpa melalui Sekretaris Daerah"),
)
line = st.one_of(
    st.tuples(unit, modal, unit, via).map(
        lambda v: f"{v[0]} {v[1]}bertanggung jawab kepada {v[2]}{v[3]}."
    ),
    st.tuples(unit, modal, unit).map(lambda v: f"{v[0]} {v[1]}membawahi {v[2]}."),
    st.tuples(unit, unit).map(lambda v: f"{v[0]} membina dan mengawasi {v[1]}."),
    st.tuples(unit, unit).map(
        lambda v: f"{v[0]} secara administratif dikoordinasikan oleh {v[1]}."
    ),
    st.tuples(unit, modal, unit, via).map(
        lambda v: (
            f"{v[0]} {v[1]}berhubungan kerja koordinatif (multi sektoral) dengan {v[2]}{v[3]}."
        )
    ),
    st.just("Seluruh Perangkat Daerah bertanggung jawab kepada Asisten yang membidangi."),
)
plain = st.one_of(
    st.tuples(unit, unit).map(lambda v: f"{v[0]} dan {v[1]} tidak serumpun."),
    st.tuples(unit, unit).map(lambda v: f"{v[0]} merupakan penggabungan dari {v[1]}."),
    unit.map(lambda name: f"{name} dihapus."),
    unit.map(lambda name: f"{name}."),
    unit.map(lambda name: f"{name} bertugas melatih kader dan data."),
    unit.map(lambda name: f"UPT Kolam pada {name}."),
    st.lists(unit, min_size=1, max_size=3).map(
        lambda names: (
            "Bupati mengoordinasikan Unsur Pelaksana:" + "".join(f"\n  - {n}" for n in names)
        )
    ),
    st.lists(unit, min_size=1, max_size=3).map(
        lambda names: "Instansi Vertikal:" + "".join(f"\n  - {n}" for n in names)
    ),
)
step = st.tuples(
    unit,
    modal,
    st.sampled_from(
        ["menyampaikan laporan", "menetapkan perda", "menyusun naskah", "memberikan persetujuan"]
    ),
    st.sampled_from(["", " dengan sarana rapat, surat", " pada tanggal 2 Mei 2024"]),
    unit,
    via,
).map(lambda v: f"{v[0]} {v[1]}{v[2]} kepada {v[4]}{v[5]}{v[3]}.")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = names_of(regulation_of(text))
    proposal = read_proposal(text, names, str(path))
    assert read_header(text).region == proposal.header.region
    again = read_proposal(print_proposal(proposal, names), names)
    assert content(again) == content(proposal)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_white_space_and_comments_do_not_matter(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = names_of(regulation_of(text))
    plain_content = content(read_proposal(text, names))
    noisy = "\n\n".join(f"{text_line}  # catatan" for text_line in text.split("\n"))
    for variant in (
        noisy,
        text.replace("\n", "\r\n"),
        text.replace("  ", "\t"),
        "\ufeff" + text.replace(" bertanggung", "\u00a0bertanggung").replace('"', "“"),
        text.replace("    - ", "    • "),
        text.replace(" kepada ", "\n        kepada "),
    ):
        assert content(read_proposal(variant, names)) == plain_content


@given(
    st.lists(st.one_of(line, plain), min_size=1, max_size=6),
    st.lists(line, max_size=3),
    st.lists(step, max_size=3),
)
def test_print_then_parse_is_identity(body: list[str], chart: list[str], steps: list[str]) -> None:
    text = HEADER + "STRUKTUR\n" + "\n".join(body)
    if chart:
        text += "\nBAGAN\n" + "\n".join(chart)
    if steps:
        numbered = "\n".join(f"  {at}. {sentence}" for at, sentence in enumerate(steps, start=1))
        text += f'\nALUR laporan "L"\n  subjek: Dinas Sosial\n{numbered}'
    proposal = read_proposal(text, NAMES)
    printed = print_proposal(proposal, NAMES)
    again = read_proposal(printed, NAMES)
    assert content(again) == content(proposal), printed
    assert print_proposal(again, NAMES) == printed


@given(
    st.permutations(
        ["Bupati membawahi Dinas Sosial.", "DLH dihapus.", "Dinas Kesehatan dan DLH serumpun."]
    )
)
def test_order_of_sentences_only_changes_ids(sentences: list[str]) -> None:
    proposal = read_proposal(HEADER + "STRUKTUR\n" + "\n".join(sentences), NAMES)
    assert sorted(type(s).__name__ for s in proposal.statements) == ["Change", "Kinship", "Line"]
    assert len({bare(s) for s in proposal.statements}) == 3


def test_a_proposal_that_only_names_units_is_printed() -> None:
    text = HEADER + "LINGKUP : lengkap untuk Dinas Sosial\n\nSTRUKTUR\n\nDinas Sosial.\n"
    proposal = read_proposal(text, NAMES)
    assert content(read_proposal(print_proposal(proposal, NAMES), NAMES)) == content(proposal)
