"""How a drawn proposal is shown: small, readable, and fit to be pasted into a file."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import Phase, find, settings
from hypothesis.vendor.pretty import pretty

from patuh.testing import (
    Drawn,
    faulty_structures,
    faulty_workflows,
    list_mutations,
)

PASER, KUTIM = "paser_56_2020", "kutim_41_2023"
SEARCH = settings(
    max_examples=1_000, database=None, phases=(Phase.generate, Phase.shrink)
)  # to explain what is found, which nobody reads here, took four fifths of the time
HEADER = """\
USULAN  : Struktur perangkat daerah
DAERAH  : Kabupaten Paser
DASAR   : Peraturan Bupati Paser Nomor 56 Tahun 2020
TANGGAL : 1 Maret 2021
LINGKUP : sebagian
"""
LANGSUNG = f"""\
#! pelanggaran H7 Dinas Kesehatan
{HEADER}
STRUKTUR

Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan Dinas Kesehatan.
Dinas Kesehatan bertanggung jawab langsung kepada Bupati.
"""
FAILING = """\
from hypothesis import Phase, given, settings
from patuh.testing import faulty_structures

@settings(database=None, derandomize=True, phases=(Phase.generate, Phase.shrink))
@given(faulty_structures("paser_56_2020", checks=["A4", "H7"]))
def test_nobody_answers_directly(proposal):
    assert "langsung kepada Bupati" not in proposal.text
"""


def finds(check: str):
    """Whether the planted faults are found by the check."""
    return lambda value: any(row[1] == check for row in value.expected)


def test_the_smallest_faulty_structure() -> None:
    smallest = find(faulty_structures(PASER, checks=["H7", "A4"]), finds("H7"), settings=SEARCH)
    assert smallest.as_file() == LANGSUNG


def test_the_smallest_faulty_workflow() -> None:
    smallest = find(faulty_workflows(KUTIM, checks=["R6"]), lambda _: True, settings=SEARCH)
    assert smallest.text.partition("LINGKUP : sebagian\n")[2] == (
        '\nALUR kegiatan "Kegiatan air baku"\n'
        "  1. Dinas Pariwisata menyusun rencana.\n"
        "  2. Dinas Kesehatan memverifikasi rencana.\n"
    )


def test_the_smallest_change_of_the_list() -> None:
    smallest = find(list_mutations(KUTIM), finds("A5"), settings=SEARCH)
    assert smallest.text.partition("STRUKTUR\n\n")[2] == (
        "Asisten Perekonomian dan Pembangunan mengoordinasikan Unsur Pelaksana:\n"
        "  - Dinas Pendidikan dan Kebudayaan\n"
    )


def test_units_and_faults_are_left_out() -> None:
    smallest = find(
        faulty_structures(PASER, checks=["U1"], min_faults=2, max_faults=6, max_units=200),
        lambda value: "UPT Panti Sosial" in value.text,
        settings=SEARCH,
    )
    assert (
        smallest.text
        == f"""\
{HEADER}
STRUKTUR

Asisten Perekonomian dan Pembangunan membawahi UPT Laboratorium.
Asisten Perekonomian dan Pembangunan membawahi UPT Pasar.
Asisten Perekonomian dan Pembangunan membawahi UPT Panti Sosial.
"""
    )


def test_a_failing_property_prints_what_can_be_pasted(tmp_path: Path) -> None:
    (tmp_path / "test_own.py").write_text(FAILING, encoding="utf-8")
    plain = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_own.py"],
        cwd=tmp_path, env=plain, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    printed = ran.stdout.partition("# --- drawn.sotk\n")[2].partition("# --- end\n")[0]
    assert printed == LANGSUNG
    checked = subprocess.run(
        [sys.executable, "-c", "from patuh.cli import main; main()", "check", "-"],
        input=printed, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert checked.returncode == 1
    assert "H7" in checked.stdout


def test_the_call_that_failed_names_it_in_a_line() -> None:
    value = Drawn("a\nb\n", Counter(), ("h7.langsung", "a1.asisten_keuangan"))
    shown = "<.sotk text of 2 lines, planted: h7.langsung, a1.asisten_keuangan; printed apart>"
    assert pretty(value) == shown


def test_a_draft_is_shown_without_expectations() -> None:
    value = Drawn("BUPATI PASER\n", Counter([("catatan", "T30", "3 hari")]), suffix=".txt")
    assert value.as_file() == repr(value) == "BUPATI PASER\n"


def test_a_proposal_that_complies_says_so() -> None:
    assert repr(Drawn("USULAN : A\n", Counter())) == "#! bersih\nUSULAN : A\n"


def test_the_plugin_loads_without_hypothesis() -> None:
    program = (
        "import sys; import patuh.testing, patuh.testing.plugin;"
        "assert 'hypothesis' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_without_hypothesis_the_strategies_say_what_to_install() -> None:
    program = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "try:\n    from patuh.testing import structures\n"
        "except ImportError as error:\n    print(error)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert said == "the strategies of patuh.testing need hypothesis: pip install 'patuh[testing]'\n"


def test_another_name_is_unknown() -> None:
    import patuh.testing

    with pytest.raises(AttributeError, match="has no attribute 'strukture'"):
        patuh.testing.strukture  # noqa: B018
