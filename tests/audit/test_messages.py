"""Words that are missing, idle, or have placeholders that nothing fills."""

import pytest
from audit.broken import Copy

CASE = {"check": "U2", "case": "lebih_dari_satu"}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_missing_and_an_idle_sentence_are_reported(whole: Copy, lang: str) -> None:
    whole.replace(f"messages/{lang}/upt.toml", "[u2.kasus.lebih_dari_satu]", "[u2.kasus.banyak]")
    assert whole.found("messages") == [
        ("no_message", {**CASE, "lang": lang}),
        ("idle_message", {**CASE, "case": "banyak", "lang": lang}),
    ]


def test_a_placeholder_that_no_rule_fills_is_reported(whole: Copy) -> None:
    path = whole.root / "messages/en/upt.toml"
    before, after = path.read_text(encoding="utf-8").split("[u2.kasus.lebih_dari_satu]")
    after = after.replace("{induk}", "{induknya}", 1)
    path.write_text(f"{before}[u2.kasus.lebih_dari_satu]{after}", encoding="utf-8")
    assert whole.found("messages") == [("no_term", {**CASE, "lang": "en", "term": "induknya"})]


def test_words_of_predicates_are_complete_and_name_arguments_that_are(whole: Copy) -> None:
    whole.replace("vocabulary/usulan_satuan.lp", "id: {Lama} dihapus", "in: {Lama} dihapus")
    whole.replace(
        "vocabulary/usulan_satuan.lp", "en: {Lama} is abolished", "en: {Baru} is abolished"
    )
    assert whole.found("messages") == [
        ("no_clause", {"predicate": "dihapus/2", "lang": "id"}),
        ("no_argument", {"predicate": "dihapus/2", "term": "Baru", "lang": "en"}),
    ]


def test_words_of_a_predicate_that_is_not_there_are_reported(whole: Copy) -> None:
    whole.replace("vocabulary/usulan_satuan.lp", "%*! dihapus(K, Lama)", "%*! dihapusnya(K, Lama)")
    assert whole.found("messages") == [
        (kind, {"predicate": name, "lang": lang})
        for lang in ("id", "en")
        for kind, name in (("no_clause", "dihapus/2"), ("idle_clause", "dihapusnya/2"))
    ]


def test_readings_and_reasons_have_their_words(whole: Copy) -> None:
    whole.replace("messages/en/tafsir.toml", "satu_asisten =", "satu_asisten_lain =")
    whole.replace("messages/en/alasan.toml", "asas =", "asas_lain =")
    assert whole.found("messages") == [
        ("no_reading", {"word": "satu_asisten", "lang": "en"}),
        ("no_reason", {"word": "asas", "lang": "en"}),
    ]


def test_a_misspelt_key_is_not_silently_left_out(whole: Copy) -> None:
    """Advice under another name than `saran` would never be shown."""
    whole.replace(
        "messages/id/lingkup.toml",
        'saran = "periksa menurut peraturan tentang',
        'sarn = "periksa menurut peraturan tentang',
    )
    assert whole.found("messages") == [
        ("unknown_key", {"key": "lingkup: x1.tugas_setda.sarn", "lang": "id"})
    ]


@pytest.mark.parametrize(("lang", "blank"), [("id", ""), ("en", "  ")])
def test_a_declaration_without_a_reason_is_reported(whole: Copy, lang: str, blank: str) -> None:
    path = whole.root / "audit" / "declared.toml"
    before, after = path.read_text(encoding="utf-8").split('predicate = "daerah/1"\n')
    lines = after.splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if line.startswith(f"{lang} ="))
    lines[at] = f'{lang} = "{blank}"\n'
    path.write_text(f'{before}predicate = "daerah/1"\n{"".join(lines)}', encoding="utf-8")
    assert whole.found("messages") == [
        ("no_declared_reason", {"subject": "daerah/1", "lang": lang})
    ]


def test_an_empty_sentence_is_none(whole: Copy) -> None:
    path = whole.root / "messages/id/upt.toml"
    before, after = path.read_text(encoding="utf-8").split("[u2.kasus.lebih_dari_satu]\n")
    after = "\n".join(['kalimat = " "', *after.splitlines()[1:]])
    path.write_text(f"{before}[u2.kasus.lebih_dari_satu]\n{after}\n", encoding="utf-8")
    assert whole.found("messages") == [("no_message", {**CASE, "lang": "id"})]
