"""Cases from the table of repealed regulations: one on the day of repeal, one on the day before."""

import datetime
import tomllib
from collections.abc import Iterator
from pathlib import Path

from patuh_parser.text.dates import MONTHS

TABLE = Path(__file__).with_name("dicabut.toml")
_BASIS = "tentang Pembentukan Kabupaten Muara Jati (Lembaran Negara Republik Indonesia Tahun 1999"
_FORMER = f"Undang-Undang Nomor 61 Tahun 1999 {_BASIS}"
_FIRST = f"Undang-Undang Nomor 12 Tahun 1999 {_BASIS}"


def repealed_cases() -> Iterator[dict]:
    """Cases as in `cases/`: the legal basis is repealed, and is not yet."""
    for row in tomllib.loads(TABLE.read_text(encoding="utf-8"))["dicabut"]:
        name = row["peraturan"].partition(" tentang ")[0]
        finding = f"pelanggaran T24 dicabut: {name} tidak berlaku lagi: {row['pencabut']}"
        since = row["sejak"]
        yield _case(f"t24.dicabut {name}", row, since, [finding])
        yield _case(f"t24.belum_dicabut {name}", row, since - datetime.timedelta(days=1), [])


def _case(name: str, row: dict, day: datetime.date, findings: list[str]) -> dict:
    basis = f"3. {row['peraturan']} ({row['lembaran']});\n4. Peraturan Daerah"
    return {
        "nama": name,
        "buang": [["3. Undang-Undang Nomor 23 Tahun 2014", "4. Peraturan Daerah"]],
        "ubah": [
            ["4. Peraturan Daerah", basis],
            [_FORMER, _FIRST],
            ["18 Maret 2024", f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"],
            ["TAHUN 2024", f"TAHUN {day.year}"],
            ["Tahun 2016", f"Tahun {min(2016, day.year)}"],
            ["Tahun 2017", f"Tahun {min(2017, day.year)}"],
        ],
        "temuan": findings,
    }
