"""Only what the printer added is taken out."""

from .outline import regulation


def text_of(body: str) -> str:
    return regulation(f"Pasal 1\n{body}").body[0].text


def test_a_page_head_inside_a_sentence_is_dropped() -> None:
    head = "\n\nWALI KOTA SAMARINDA\nPROVINSI KALIMANTAN TIMUR\n\n- 12 -\n\n"
    assert text_of(f"Satu dua{head}tiga.") == "Satu dua tiga."


def test_a_letterhead_without_a_page_number_is_text() -> None:
    assert text_of("Tanda tangan\nBUPATI PASER\nterbaca.") == "Tanda tangan BUPATI PASER terbaca."


def test_a_catchword_repeats_what_follows() -> None:
    assert text_of("Satu\ndua tiga ...\n- 2 -\ndua tiga empat.") == "Satu dua tiga empat."
    assert text_of("Satu dua…\n\ndua tiga.") == "Satu dua tiga."
    assert text_of("Satu\nUndang ...\nUndang-Undang itu.") == "Satu Undang-Undang itu."
    assert text_of("Satu\ndua…\n- 2 -\ndua: tiga.") == "Satu dua: tiga."


def test_dots_that_nothing_repeats_are_text() -> None:
    assert text_of("Nama ...\nalamat.") == "Nama ... alamat."
    assert text_of("Tanggal ...") == "Tanggal ..."


def test_a_part_of_a_word_is_no_catchword() -> None:
    assert text_of("Isi per ...\nperaturan.") == "Isi per ... peraturan."


def test_bullets_are_dropped_and_dashes_kept() -> None:
    assert text_of("- Satu\n• dua - tiga\n* empat -lima.") == "Satu dua - tiga empat -lima."


def test_the_head_of_a_page_of_the_gazette_is_dropped() -> None:
    assert text_of("Satu;\f3 2013, No.218\ndua\f2013, No.218 -4-\ntiga.") == "Satu; dua tiga."
    assert text_of("Satu\n2013, No.218 4\ndua.\ntiga\nempat") != "Satu dua. tiga empat"
