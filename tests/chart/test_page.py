"""The pages on the chart show what it is: their pictures are drawn as the command draws them.

`PATUH_REFRESH_GOLDEN=1 pytest tests/chart/test_page.py` draws them anew; look at them.
"""

import os
from pathlib import Path

import pytest
from drawn import chart, text_of

from patuh.chart.svg import render
from patuh.messages import Lang


@pytest.mark.parametrize(("lang", "page"), [("id", "id/chart.md"), ("en", "chart.md")])
def test_the_picture_is_the_chart_of_a_failing_structure(lang: Lang, page: str, root: Path) -> None:
    picture = (root / "docs" / page).with_suffix(".svg")
    drawn = render(chart(text_of("gagal"), lang))
    if os.environ.get("PATUH_REFRESH_GOLDEN"):
        picture.write_text(drawn, encoding="utf-8")
    assert picture.read_text(encoding="utf-8") == drawn
    assert "(chart.svg)" in (root / "docs" / page).read_text(encoding="utf-8")
