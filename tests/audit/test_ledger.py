"""Every leaf has its block, its text and its treatment, once."""

from audit.broken import Copy

FILE = "regulations/paser_56_2020/pasal_09.lp"
"""Any article would do."""


def block(copy: Copy, provision: str) -> str:
    """The block of a provision, from its heading to the next."""
    text = (copy.root / FILE).read_text(encoding="utf-8")
    start = text.index(next(line for line in text.splitlines() if line.endswith(f"[{provision}]")))
    end = text.find("\n%% ", start)
    return text[start : end if end >= 0 else len(text)]


SAID = {"regulation": "paser_56_2020", "provision": "pasal-9.ayat-1"}


def test_a_missing_leaf_is_reported(whole: Copy) -> None:
    whole.replace(FILE, block(whole, "pasal-9.ayat-1"), "")
    assert whole.found("ledger") == [("leaf_missing", SAID)]


def test_a_leaf_that_stands_there_twice_is_reported(whole: Copy) -> None:
    whole.append(FILE, block(whole, "pasal-9.ayat-1"))
    assert whole.found("ledger") == [("leaf_double", {**SAID, "count": "2"})]


def test_a_leaf_without_norm_and_without_reason_is_reported(whole: Copy) -> None:
    lines = block(whole, "pasal-9.ayat-1").splitlines()
    whole.replace(FILE, "\n".join(line for line in lines if not line.startswith("%")), "")
    assert whole.found("ledger") == [("leaf_untreated", SAID)]


def test_a_leaf_with_norm_and_reason_is_reported(whole: Copy) -> None:
    before = block(whole, "pasal-9.ayat-1")
    reason = 'ketentuan_tak_diuji(paser_56_2020, "pasal-9.ayat-1", asas).'
    whole.replace(FILE, before, f"{before.rstrip()}\n{reason}\n")
    assert whole.found("ledger") == [("leaf_treated_twice", SAID)]


def test_a_quotation_that_differs_is_reported(whole: Copy) -> None:
    before = block(whole, "pasal-9.ayat-1")
    first = next(line for line in before.splitlines() if line.startswith("%  "))
    whole.replace(FILE, first, f"{first} dan lain")
    assert whole.found("ledger") == [("leaf_misquoted", SAID)]


def test_a_provision_that_the_text_does_not_have_is_reported(whole: Copy) -> None:
    whole.append(FILE, "%% Pasal 9 ayat (8) [pasal-9.ayat-8]\n%  Tidak ada.")
    assert whole.found("ledger") == [("leaf_invented", {**SAID, "provision": "pasal-9.ayat-8"})]


def test_an_annex_of_which_no_report_would_say_that_it_is_missing_is_reported(whole: Copy) -> None:
    file = "regulations/paser_56_2020/regulation.toml"
    whole.replace(file, '"pasal-14.ayat-2.huruf-e"', '"pasal-99"')
    (unsaid, unknown) = whole.part("ledger").defects
    assert (unsaid.kind, unsaid.place) == ("annex_unsaid", file)
    assert unsaid.values["provision"] == "pasal-14.ayat-2.huruf-e"
    assert (unknown.kind, unknown.values["provision"]) == ("leaf_invented", "pasal-99")


def test_a_norm_that_is_stated_again_is_reported_with_its_place(whole: Copy) -> None:
    text = (whole.root / FILE).read_text(encoding="utf-8")
    norm = next(line for line in text.splitlines() if line.endswith('"pasal-9.ayat-1").'))
    whole.replace(FILE, norm, f"{norm}\n{norm}")
    (defect,) = whole.part("ledger").defects
    assert defect.kind == "norm_double"
    assert defect.values == {"regulation": "paser_56_2020", "norm": norm}
    assert defect.place == f"{FILE}:{text[: text.index(norm)].count(chr(10)) + 2}"
