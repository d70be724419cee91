"""The wording of checks: complete in both languages, and its placeholders those of the rules."""

import re
from collections import defaultdict

import pytest
from clingo import ast

from patuh.knowledge.catalogue import checks
from patuh.knowledge.messages import check_messages
from patuh.knowledge.programs import drafting_programs, programs

LANGS = ["id", "en"]
ENGLISH_HAS_NONE_OF = {
    "yang", "tidak", "dengan", "oleh", "kepada", "belum", "padahal", "untuk", "harus",
    "wajib", "dan", "atau", "pada", "dari", "melalui", "bertanggung", "adalah", "seluruh",
    "tanpa", "langsung",
}  # fmt: skip

Case = tuple[str, str]


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


RULES = cases_of_rules()


def placeholders(text: str | None) -> set[str]:
    return set(re.findall(r"\{([^{}]*)\}", text or ""))


def test_rules_of_every_check_were_read() -> None:
    assert {check.upper() for check, _ in RULES} == set(checks())


@pytest.mark.parametrize("lang", LANGS)
def test_no_message_is_missing_and_none_is_unused(lang: str) -> None:
    worded = {
        (check, case) for check, entry in check_messages(lang).items() for case in entry.cases
    }
    assert worded == set(RULES)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("check", [check.lower() for check in checks()])
def test_every_check_has_title_and_purpose(check: str, lang: str) -> None:
    entry = check_messages(lang)[check]
    assert entry.title
    assert entry.purpose
    assert all(case.sentence for case in entry.cases.values())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("check", "case"), sorted(RULES))
def test_placeholders_are_terms_of_every_rule_head(check: str, case: str, lang: str) -> None:
    message = check_messages(lang)[check].cases[case]
    known = set.intersection(*map(set, RULES[check, case]))
    assert placeholders(message.sentence) | placeholders(message.advice) <= known


@pytest.mark.parametrize(("check", "case"), sorted(RULES))
def test_every_term_of_a_rule_head_is_told(check: str, case: str) -> None:
    """In both languages alike; the subject may go unsaid, for a finding carries it besides."""
    told = [
        placeholders(message.sentence) | placeholders(message.advice)
        for message in (check_messages(lang)[check].cases[case] for lang in LANGS)
    ]
    assert told[0] == told[1]
    for subject, *others in RULES[check, case]:
        assert {*others} <= told[0] <= {subject, *others}


@pytest.mark.parametrize(("check", "case"), sorted(RULES))
def test_both_languages_advise_in_the_same_cases(check: str, case: str) -> None:
    advice = [check_messages(lang)[check].cases[case].advice for lang in LANGS]
    assert (advice[0] is None) == (advice[1] is None)


@pytest.mark.parametrize("check", [check.lower() for check in checks()])
def test_english_texts_hold_no_indonesian_sentence(check: str) -> None:
    """Words of the law stand in quotation marks, names in placeholders; the rest is English.

    Advice may spell out a sentence of the language of proposals, which is left to the reader.
    """
    entry = check_messages("en")[check]
    for text in [entry.title, entry.purpose, *(case.sentence for case in entry.cases.values())]:
        bare = re.sub(r"“[^”]*”|`[^`]*`|\{[^}]*\}", " ", text)
        assert not ENGLISH_HAS_NONE_OF & set(re.findall(r"\b[a-z]+\b", bare)), text


@pytest.mark.parametrize(("check", "case"), sorted(RULES))
def test_no_text_is_the_same_in_both_languages(check: str, case: str) -> None:
    here, there = (check_messages(lang)[check] for lang in LANGS)
    assert here.title != there.title
    assert here.purpose != there.purpose
    assert here.cases[case].sentence != there.cases[case].sentence
