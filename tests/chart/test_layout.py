"""Nothing is cut and nothing lies upon something else, measured by others than patuh."""

import json
from itertools import combinations

import pytest
import typst
from boxes import around, measured, of_box, overlap, segments
from drawn import HEAD, chart, text_of

from patuh.chart import drawing as drawing_module
from patuh.chart.cards import SIZE, _pills
from patuh.chart.drawing import A3
from patuh.chart.shapes import Drawing
from patuh.chart.svg import labels

DEEP = HEAD + "".join(
    f"UPT Balai {at} pada {f'UPT Balai {at - 1}' if at else 'Dinas Sosial'}.\n" for at in range(30)
)
FULL_TOP = (
    f"{HEAD}Bupati bertanggung jawab kepada Dewan Perwakilan Rakyat Daerah.\n"
    "Wakil Bupati bertanggung jawab kepada Bupati.\n"
    "Staf Ahli Bidang Ekonomi dan Staf Ahli Bidang Pemerintahan dan Hukum "
    "bertanggung jawab kepada Bupati.\n"
)
CHARTS = [
    "60",
    "300",
    "1000",
    "gagal",
    "paser_struktur_dasar",
    "kutim_pasal_18_lengkap",
    DEEP,
    FULL_TOP,
]


@pytest.fixture(scope="module", params=CHARTS, ids=lambda text: text.strip()[-25:])
def drawing(request: pytest.FixtureRequest) -> Drawing:
    return chart(request.param if request.param in (DEEP, FULL_TOP) else text_of(request.param))


@pytest.mark.parametrize("text", ["60", "300", DEEP, FULL_TOP])
def test_what_is_told_to_be_too_high_is(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A layout that is left out unseen would not have fitted: without the bound all is the same."""
    text = text if text in (DEEP, FULL_TOP) else text_of(text)
    drawn = chart(text)
    monkeypatch.setattr(drawing_module, "_latest", list)  # none is kept
    monkeypatch.setattr(drawing_module, "least_height", lambda *_: -1e9)
    monkeypatch.setattr(drawing_module, "notes_height", lambda *_: -1e9)
    assert chart.__wrapped__(text) == drawn


@pytest.mark.parametrize(
    ("findings", "shown"),
    [(1, "1"), (2, "1, 2"), (3, "1, 2, 3"), (4, "1, 2, 3 +1"), (9, "1, 2, 3 +6")],
)
def test_a_box_shows_three_numbers_of_findings_and_counts_the_others(
    findings: int, shown: str
) -> None:
    assert [pill.text for pill in _pills(range(1, findings + 1), 0)] == [shown]


def test_it_is_laid_out_again_only_if_something_else_is_shown() -> None:
    def drawn(text: str) -> Drawing:
        return chart.__wrapped__(HEAD + text)

    text = "Dinas Sosial bertanggung jawab langsung kepada Bupati.\n"
    first = drawn(text)
    assert drawn(f"# Catatan.\n\n{text}") is first  # its finding stands two lines below
    other = drawn(text.replace("langsung ", ""))
    assert other is not first
    assert other != first


def test_a_label_is_whole_and_within_its_box_beside_its_marks(drawing: Drawing) -> None:
    for box in drawing.boxes:
        room = box.x + box.w - sum(pill.w + 2 for pill in box.pills)
        assert box.name.startswith(" ".join(box.lines))
        for text in labels(box):
            left, top, right, bottom = around(text)
            assert box.x < left
            assert right < room
            assert box.y < top
            assert bottom < box.y + box.h


def test_no_box_or_text_lies_upon_another(drawing: Drawing) -> None:
    things = [*map(of_box, drawing.boxes), *map(around, drawing.texts)]
    assert [pair for pair in combinations(things, 2) if overlap(*pair)] == []


def test_no_line_crosses_a_box_or_a_text(drawing: Drawing) -> None:
    things = [*map(of_box, drawing.boxes), *map(around, drawing.texts)]
    crossed = [
        (segment, thing)
        for segment in segments(drawing)
        for thing in things
        if overlap(segment, thing, 0.2)
    ]
    assert crossed == []


def test_all_is_on_a_sheet_of_a3_in_letters_of_seven_points_or_more(drawing: Drawing) -> None:
    whole = (0.0, 0.0, drawing.width, drawing.height)
    assert all(side <= most + 0.01 for side, most in zip(drawing.sheet, A3, strict=True))
    for left, top, right, bottom in map(of_box, drawing.boxes):
        assert whole[0] <= left < right <= whole[2]
        assert whole[1] <= top < bottom <= whole[3]
    for text in drawing.texts:
        assert text.size * drawing.scale >= 7
        assert around(text)[2] <= whole[2]
    assert SIZE * drawing.scale >= 7


def test_the_font_that_prints_is_as_narrow_as_what_is_measured(drawing: Drawing) -> None:
    """Each line of text in the font of typst, by typst; boxes have four points beside them."""
    texts = [text for box in drawing.boxes for text in labels(box)] + drawing.texts
    told = {(text.text, text.size, text.bold): measured(text) for text in texts}
    source = (
        "#let texts = json(bytes(sys.inputs.texts))\n"
        '#set text(font: "Libertinus Serif")\n'
        "#context [#metadata(texts.map(((said, size, bold)) => measure(text("
        'size: size * 1pt, weight: if bold {"bold"} else {"regular"}, said)).width.pt())) <w>]'
    )
    found = typst.query(
        source.encode(),
        "<w>",
        field="value",
        one=True,
        ignore_system_fonts=True,
        sys_inputs={"texts": json.dumps(list(told))},
    )
    widths = json.loads(found)
    assert len(widths) == len(told)
    assert all(wide < most + 2 for wide, most in zip(widths, told.values(), strict=True))


@pytest.mark.parametrize(("units", "boxes", "hidden"), [(60, 65, 0), (300, 305, 0), (1000, 205, 4)])
def test_60_and_300_units_are_drawn_whole_and_1000_collapsed(
    units: int, boxes: int, hidden: int
) -> None:
    drawing = chart(text_of(str(units)))
    agencies = [box for box in drawing.boxes if box.look == "agency"]
    assert len(drawing.boxes) == boxes
    assert {len(box.hidden) for box in agencies} == {hidden}


def test_asked_for_all_units_are_drawn_on_a_larger_sheet() -> None:
    drawing = chart(text_of("1000"), whole=True)
    assert len(drawing.boxes) == 1005
    assert drawing.width > A3[0]


def test_a_name_without_a_blank_is_parted_and_none_of_it_is_lost() -> None:
    name = "Pelayanan" * 12
    drawing = chart(f"{HEAD}Dinas {name} berhubungan kerja dengan Dinas Sosial.\n")
    [box] = [box for box in drawing.boxes if name in box.name]
    assert "".join(box.lines) == f"Dinas{name}"
    assert all(around(text)[2] < box.x + box.w for text in labels(box))


def test_of_a_large_family_the_first_are_drawn_and_the_others_counted() -> None:
    schools = "".join(f"UPT Balai {at} pada Dinas Sosial.\n" for at in range(200))
    bidang = "Bidang Anak pada Dinas Kesehatan.\n"
    drawing = chart(f"{HEAD}{schools}{bidang}")
    hidden = {box.name: len(box.hidden) for box in drawing.boxes if box.hidden}
    assert hidden == {"Dinas Sosial": 192}
    assert len(drawing.boxes) == 8 + 1 + 2
