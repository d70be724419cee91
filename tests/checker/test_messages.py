"""The wording of checks: complete in both languages, and its placeholders those of the rules."""

import re
from collections import defaultdict
from functools import cache

import pytest
from clingo import ast

from patuh.checking import check as check_text
from patuh.knowledge.catalogue import checks
from patuh.knowledge.messages import CaseMessage, check_messages
from patuh.knowledge.norms import norms
from patuh.knowledge.programs import drafting_programs, programs
from patuh.knowledge.regulations import regulations
from patuh.report.proposed import hole_of, with_word
from patuh.report.wording import Wording

LANGS = ["id", "en"]
ENGLISH_HAS_NONE_OF = {
    "yang", "tidak", "dengan", "oleh", "kepada", "belum", "padahal", "untuk", "harus",
    "wajib", "dan", "atau", "pada", "dari", "melalui", "bertanggung", "adalah", "seluruh",
    "tanpa", "langsung",
}  # fmt: skip

Case = tuple[str, str]


@cache
def cases_of_rules() -> dict[Case, set[tuple[str, ...]]]:
    """For every check and case the named terms that its rule heads give, in order."""
    found: dict[Case, set[tuple[str, ...]]] = defaultdict(set)
    for program in (*programs(()), *drafting_programs()):
        if "checks/" in program.name:
            ast.parse_string(program.text, lambda node: _collect(node, found))
    return found


def _collect(node: ast.AST, found: dict[Case, set[tuple[str, ...]]]) -> None:
    if node.ast_type is not ast.ASTType.Rule:
        return
    head = node.head.atom.symbol
    if head.name in {"temuan", "temuan_garis"} and len(head.arguments) == 6:
        _, _, check, case, _, content = head.arguments
        parts = content.arguments if not content.name else [content]
        found[str(check), str(case)].add(tuple(part.name for part in parts))


def ids() -> list[str]:
    """The checks that rules find something for."""
    return sorted({check for check, _ in cases_of_rules()})


def placeholders(message: CaseMessage) -> set[str]:
    return set(re.findall(r"\{([^{}]*)\}", message.sentence + (message.advice or "")))


def terms(check: str, case: str, lang: str) -> set[str]:
    """The terms that the placeholders of a case speak of, and what stands for no norm."""
    own = {with_word(term): term for term in set().union(*cases_of_rules()[check, case])}
    found: set[str] = set()
    for hole in placeholders(check_messages(lang)[check].cases[case]):
        asked = hole_of(hole)
        term = own.get(hole, hole)
        found |= {asked.unit_of or asked.near} if of_a_norm(hole) and term == hole else {term}
    return {term for term in found if term}


def of_a_norm(hole: str) -> bool:
    """Whether a placeholder stands for what a norm of some regulation names."""
    return any(norms(law.id, hole_of(hole).norm) for law in regulations())


def test_rules_of_every_check_were_read() -> None:
    assert {check.upper() for check, _ in cases_of_rules()} == set(checks())


@pytest.mark.parametrize("lang", LANGS)
def test_no_message_is_missing_and_none_is_unused(lang: str) -> None:
    worded = {
        (check, case) for check, entry in check_messages(lang).items() for case in entry.cases
    }
    assert worded == set(cases_of_rules())


@pytest.mark.parametrize("lang", LANGS)
def test_every_check_has_title_and_purpose(lang: str) -> None:
    for check in ids():
        entry = check_messages(lang)[check]
        assert entry.title, check
        assert entry.purpose, check
        assert all(case.sentence for case in entry.cases.values()), check


def test_every_term_of_a_rule_head_is_told_and_no_other() -> None:
    """In both languages alike; the subject may go unsaid, for a finding carries it besides."""
    for (check, case), heads in cases_of_rules().items():
        told = [terms(check, case, lang) for lang in LANGS]
        assert told[0] == told[1], (check, case)
        for subject, *others in heads:
            assert {*others} <= told[0] <= {subject, *others}, (check, case)


def test_both_languages_advise_in_the_same_cases() -> None:
    for check in ids():
        advice = [
            {at for at, told in check_messages(lang)[check].cases.items() if told.advice is None}
            for lang in LANGS
        ]
        assert advice[0] == advice[1], check


def test_english_texts_hold_no_indonesian_sentence() -> None:
    """Words of the law stand in quotation marks, names in placeholders; the rest is English.

    Advice may spell out a sentence of the language of proposals, which is left to the reader.
    """
    for check in ids():
        entry = check_messages("en")[check]
        for text in [entry.title, entry.purpose, *(case.sentence for case in entry.cases.values())]:
            bare = re.sub(r"“[^”]*”|`[^`]*`|\{[^}]*\}", " ", text)
            assert not ENGLISH_HAS_NONE_OF & set(re.findall(r"\b[a-z]+\b", bare)), (check, text)


def test_no_text_is_the_same_in_both_languages() -> None:
    for check in ids():
        here, there = (check_messages(lang)[check] for lang in LANGS)
        assert here.title != there.title, check
        assert here.purpose != there.purpose, check
        for case in here.cases:
            assert here.cases[case].sentence != there.cases[case].sentence, (check, case)


def test_advice_names_what_the_norms_of_the_regulation_name() -> None:
    """One of several to choose, and all that are owed, in the law's words in both languages."""
    head = "USULAN : A\nDAERAH : Kabupaten {}\nLINGKUP : lengkap\n\nSTRUKTUR\n\n"
    for region, sentence, check, advice in [
        (
            "Kutai Timur",
            "Asisten Keuangan bertanggung jawab kepada Sekretaris Daerah.",
            "A1",
            "use `Asisten Pemerintahan dan Kesejahteraan Rakyat`, `Asisten Perekonomian dan"
            " Pembangunan` or `Asisten Administrasi Umum`",
        ),
        (
            "Paser",
            "UPT Pasar pada Dinas Sosial.\nDinas Sosial melaksanakan pembinaan terhadap UPT Pasar.",
            "U3",
            "write: `Dinas Sosial melaksanakan pembinaan, pengendalian dan evaluasi"
            " terhadap UPT Pasar.`",
        ),
    ]:
        result = check_text((head.format(region) + sentence).encode(), "usulan.sotk")
        wording = Wording("en", result.input)
        assert advice in {wording.advice(f) for f in result.findings if f.check == check}
