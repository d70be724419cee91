"""Examples as part of a sentence."""

import pytest

from patuh.revision.telling.spoken import spoken

FLOW = 'ALUR permintaan "Alur"'


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("Dinas Kesehatan dihapus.",), "Dinas Kesehatan dihapus"),
        (("LINGKUP : lengkap", "Dinas Kesehatan."), "lingkup lengkap; Dinas Kesehatan"),
        (
            ("Forkopimda.", FLOW, "  1. A meminta data kepada B.", "  2. B menolak."),
            "Forkopimda; dalam alur permintaan: A meminta data kepada B; B menolak",
        ),
        (
            (FLOW, "  tenggat: 10 hari", "  pihak: B", "  1. A mendengar B."),
            "dalam alur permintaan (tenggat: 10 hari, pihak: B): A mendengar B",
        ),
    ],
)
def test_marks_of_the_language_are_no_part_of_it(lines: tuple[str, ...], said: str) -> None:
    assert spoken(lines, "id") == said
