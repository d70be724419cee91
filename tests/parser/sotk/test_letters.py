"""Names that only look like known ones: read as the same, or refused with the name meant."""

import time
import unicodedata

import pytest
from sotk_support import HEADER, names_of

from patuh_parser.sotk import SotkError, message, read_proposal
from patuh_parser.sotk.model import Proposal
from patuh_parser.text.letters import as_read, mixed_word, plain_letters

KNOWN = "Dinas Sosial"


def read(name: str) -> Proposal:
    text = f"{HEADER}STRUKTUR\n\nAsisten Administrasi Umum mengoordinasikan {name}.\n"
    return read_proposal(text, names_of("kutim_41_2023"), "x.sotk")


def error_of(name: str) -> tuple[str, str]:
    """The code, and the text with its hint."""
    with pytest.raises(SotkError) as caught:
        read(name)
    (found,) = caught.value.diagnostics
    return found.code, " // ".join(filter(None, message(found, "id")))


@pytest.mark.parametrize("char", "\u00ad\u200b\u200e\ufeff")
def test_what_a_paste_brings_is_left_out_and_told(char: str) -> None:
    proposal = read(f"Dinas So{char}sial")
    assert [unit.name for unit in proposal.units] == ["Asisten Administrasi Umum", KNOWN]
    assert proposal.pasted == (len(HEADER.splitlines()) + 3,)
    assert read(KNOWN).pasted == ()


@pytest.mark.parametrize(
    "name",
    [
        "Dinas Sosiál",
        unicodedata.normalize("NFD", "Dinas Sosiál"),
        "Dinas Ｓosial",
        "Ｄｉｎａｓ Ｓｏｓｉａｌ",
        "Dinas 𝐒𝐨𝐬𝐢𝐚𝐥",
        "Dinas Sosıal",
        "Dinas Sosⅰal",
        "Dİnas Sosial",
        "Dinas Soſial",
    ],
)
def test_a_letter_of_another_form_is_an_error_with_the_name_meant(name: str) -> None:
    code, text = error_of(name)
    assert code == "E323"
    assert f"maksud Anda: `{KNOWN}`?" in text


def test_a_declared_name_is_no_way_round() -> None:
    with pytest.raises(SotkError) as caught:
        read_proposal(f"{HEADER}STRUKTUR\n\nDinas Sosiál.\n", names_of("kutim_41_2023"), "x.sotk")
    assert [found.code for found in caught.value.diagnostics] == ["E323"]


@pytest.mark.parametrize("name", ["Dinas Sоsial", "Dinas Sοsial", "Dinas Ꮪosial", '"Bank Kаltim"'])
def test_a_word_of_two_scripts_is_refused(name: str) -> None:
    assert error_of(name)[0] == "E009"


@pytest.mark.parametrize("name", ["Ｄinas Sosial", "DINAS SOSIÁL", "𝐃inas 𝐒osial"])
def test_a_known_name_in_quotes_is_known_in_any_form(name: str) -> None:
    assert error_of(f'"{name}"')[0] == "E308"


@pytest.mark.parametrize("name", ["Universitas São Paulo", "Динас", "東京都"])
def test_the_name_of_an_outside_party_may_have_any_letters(name: str) -> None:
    text = f'{HEADER}STRUKTUR\n\nDinas Sosial berhubungan kerja koordinatif dengan "{name}".\n'
    proposal = read_proposal(text, names_of("kutim_41_2023"), "x.sotk")
    assert name in [unit.name for unit in proposal.units]


def test_composed_and_decomposed_letters_are_one() -> None:
    composed, apart = "São José", unicodedata.normalize("NFD", "São José")
    assert apart != composed
    assert as_read(apart) == composed
    assert plain_letters(apart) == plain_letters(composed) == "Sao Jose"


def test_one_word_may_hold_marks_and_signs_of_its_own_script() -> None:
    assert mixed_word("café naïve Ⅳ ½ e\u0301 3ᵉ") is None
    assert mixed_word("satu Kаta").group() == "Kаta"  # type: ignore[union-attr]


def test_a_very_long_word_costs_no_more_than_its_length() -> None:
    """Beside a letter beyond ASCII, for without one nothing is looked at."""
    start = time.process_time()
    assert mixed_word("é " + "x" * 1_000_000) is None
    found = mixed_word("é " + "x" * 1_000_000 + "о")
    assert found is not None
    assert found.span() == (2, 1_000_003)
    assert time.process_time() - start < 3
