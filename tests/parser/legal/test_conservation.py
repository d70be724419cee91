"""Nothing is lost and nothing added: every letter and digit of the body is in the tree.

The expected side takes the body line by line and drops an explicit list of lines: each
entry must be there, and is dropped exactly as often as it is listed.
"""

from collections import Counter

from patuh_parser.legal.model import Draft

PASER_HEADINGS = """\
BAB II
MAKSUD, TUJUAN, PRINSIP
BAB III
POLA HUBUNGAN KERJA
Bagian Kesatu
Jenis Pola Hubungan Kerja
BAB IV
MEKANISME HUBUNGAN KERJA DAN KOORDINASI
BAB VI
HUBUNGAN KERJA DALAM KERJASAMA
BAB VII
KETENTUAN PENUTUP
"""

KUTIM_HEADINGS = """\
BAB II
POLA MEKANISME HUBUNGAN KERJA
Bagian Kesatu
Umum
Bagian Kedua
Mekanisme Hubungan Kerja
BAB IV
HUBUNGAN KERJA DALAM KERJASAMA
BAB III
POLA MEKANISME KOORDINASI
Bagian Kesatu
Koordinasi dengan Instansi Vertikal
Bagian Kedua
Koordinasi dengan Perangkat Daerah
BAB IV
KETENTUAN PENUTUP
"""

KUTIM_CATCHWORDS = """\
Pemerintah ...
BAB II ...
memperhatikan ...
- a. penyusunan ...
Pasal 12 ...
BAB III ...
melakukan ...
- (14) Dinas ...
- b) melaksanakan ...
- (1) Badan ...
Pasal 19 ...
"""

KUTIM_PAGE_HEADS = [
    line
    for page in range(3, 15)
    for line in ("BUPATI KUTAI TIMUR", "PROVINSI KALIMANTAN TIMUR", f"- {page} -")
]


def letters_and_digits(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def body_without(source: str, dropped: list[str]) -> str:
    body = source[source.index("\nPasal 1") : source.index("\nAgar setiap")]
    listed = Counter(dropped)
    kept = []
    for line in map(str.strip, body.split("\n")):
        if listed[line] > 0:
            listed[line] -= 1
        else:
            kept.append(line)
    assert not +listed
    return "\n".join(kept)


def read_text(law: Draft) -> str:
    return "".join(
        f"{'Pasal' if node.kind == 'pasal' else ''} {node.number} {node.text}"
        for node in law.provisions()
    )


def test_paser_keeps_every_letter_and_digit(paser_source: str, paser: Draft) -> None:
    expected = body_without(paser_source, PASER_HEADINGS.splitlines())
    assert letters_and_digits(read_text(paser)) == letters_and_digits(expected)


def test_kutim_keeps_every_letter_and_digit(kutim_source: str, kutim: Draft) -> None:
    inline = "substansial secara fungsional ..."
    assert kutim_source.count(inline) == 1
    source = kutim_source.replace(inline, "substansial secara")
    dropped = KUTIM_HEADINGS.splitlines() + KUTIM_CATCHWORDS.splitlines() + KUTIM_PAGE_HEADS
    expected = body_without(source, dropped)
    assert letters_and_digits(read_text(kutim)) == letters_and_digits(expected)
