"""Misspelt and unused words, each in a copy of the knowledge base that has one."""

from audit.broken import Copy


def test_a_misspelt_predicate_is_reported_with_the_one_that_was_meant(whole: Copy) -> None:
    whole.replace("checks/upt.lp", "tugas_dilimpahkan(R", "tugas_dilimpahkn(R")
    assert whole.found("vocabulary") == [
        ("undefined", {"predicate": "tugas_dilimpahkn/3", "near": "tugas_dilimpahkan/3"}),
    ]


def test_a_predicate_that_no_rule_uses_is_reported(whole: Copy) -> None:
    whole.append("checks/upt.lp", "tak_terpakai(R) :- peraturan(R).")
    assert whole.found("vocabulary") == [("unused", {"predicate": "tak_terpakai/1"})]


def test_a_declaration_that_nothing_needs_is_reported(whole: Copy) -> None:
    whole.append("checks/upt.lp", "temuan_lain(R) :- daerah(R). x1(R) :- temuan_lain(R), x1(R).")
    assert whole.found("vocabulary") == [("unused_idle", {"predicate": "daerah/1"})]


def test_a_constant_that_the_predicate_never_has_is_reported(whole: Copy) -> None:
    old, new = "kewajiban_induk(R, pembinaan", "kewajiban_induk(R, pembinan"
    whole.replace("checks/upt.lp", old, new)
    said = {"predicate": "kewajiban_induk/3", "word": "pembinan", "near": "pembinaan"}
    assert whole.found("vocabulary") == [("dead_constant", said)]


def test_a_misspelt_constant_of_a_norm_is_reported(whole: Copy) -> None:
    whole.replace("regulations/paser_56_2020/pasal_15.lp", "semua, observasi", "semua, observai")
    said = {"predicate": "tahap_kerja_sama/4", "word": "observai", "near": "observasi"}
    assert whole.found("vocabulary") == [("unknown_word", said)]


def test_a_misspelt_word_of_proposals_in_a_rule_is_reported(whole: Copy) -> None:
    old, new = "langkah(W, N, X, memerintah)", "langkah(W, N, X, memerintahh)"
    whole.replace("checks/perintah.lp", old, new)
    said = {"predicate": "langkah/4", "word": "memerintahh", "near": "memerintah"}
    assert whole.found("vocabulary") == [("unknown_word", said)]


def test_a_misspelt_name_of_a_norm_is_reported(whole: Copy) -> None:
    whole.replace(
        "regulations/kutim_41_2023/pasal_17.lp", '"Kejaksaan Negeri"', '"Kejaksaan Negri"'
    )
    said = {"word": "Kejaksaan Negri", "near": "Kejaksaan Negeri"}
    assert whole.found("vocabulary") == [("misspelt_name", said)]
