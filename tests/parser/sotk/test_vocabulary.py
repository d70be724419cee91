"""What STRUKTUR and ALUR share is said in the same words in both."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from sotk_support import HEADER, brief

from patuh_parser.sotk import model, print_proposal, read_proposal, vocabulary
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.model import Proposal
from patuh_parser.sotk.wordings import spelt

WORDS = tomllib.loads(Path(vocabulary.__file__).with_name("verbs.toml").read_text(encoding="utf-8"))
ANSWERS = "Dinas Sosial bertanggung jawab kepada Bupati"
SENDS = "Dinas Sosial menyampaikan laporan kepada Bupati"
SENTENCES = {
    "LANGSUNG": (
        "Dinas Sosial bertanggung jawab {} kepada Bupati.",
        "Dinas Sosial {} menyampaikan laporan kepada Bupati.",
    ),
    "MELALUI": (ANSWERS + " {} Sekda.", SENDS + " {} Sekda."),
    "TANPA_MELALUI": (ANSWERS + " {} Sekda.", SENDS + " {} Sekda."),
    "KEMUDIAN": (ANSWERS + " melalui Asisten I {} Sekda.", SENDS + " melalui Asisten I {} Sekda."),
    "DAN": (ANSWERS + " melalui Asisten I {} Sekda.", SENDS + " melalui Asisten I {} Sekda."),
    "VARIABLE": (ANSWERS + " melalui {}.", SENDS + " melalui {}."),
    "DIKOORDINASIKAN": ("Dinas Sosial {} Asisten I.", SENDS + " {} Asisten I."),
    "KEPADA": (
        "Dinas Sosial bertanggung jawab {} Bupati.",
        "Dinas Sosial mengirim data {} Bupati.",
    ),
    "DENGAN": (
        "Dinas Sosial berhubungan kerja {} Dinas Kesehatan.",
        "Dinas Sosial menyepakati data {} Dinas Kesehatan.",
    ),
    "TERHADAP": (
        "Bupati melaksanakan pembinaan {} Dinas Sosial.",
        "Bupati melaksanakan pembinaan {} Dinas Sosial.",
    ),
    "DARI": (
        "Dinas Sosial mendapat pembinaan {} Asisten I.",
        "Dinas Sosial meminta data {} Asisten I.",
    ),
    "MENGOORDINASIKAN": ("Sekda {} Dinas Sosial.", "Sekda {} Dinas Sosial."),
    "BERKOORDINASI": (
        "Dinas Sosial {} dengan Dinas Kesehatan.",
        "Dinas Sosial {} dengan Dinas Kesehatan.",
    ),
}
"""Terminal → a sentence of STRUKTUR and one of ALUR in which each of its phrases may stand."""

for modal in ("WAJIB", "DAPAT", "TIDAK_WAJIB", "TIDAK_DAPAT", "DILARANG", "TIDAK", "REFUSES"):
    SENTENCES[modal] = (
        "Dinas Sosial {} bertanggung jawab kepada Bupati.",
        "Dinas Sosial {} menyampaikan laporan kepada Bupati.",
    )


def said(proposal: Proposal) -> list[str]:
    nodes: list[model.Statement | model.Step] = [*proposal.statements]
    nodes += [step for flow in proposal.workflows for step in flow.steps]
    return [brief(node) for node in nodes]


@pytest.mark.parametrize("terminal", SENTENCES)
def test_each_phrase_says_the_same_as_the_first_in_both_parts(
    terminal: str, read: Callable[[str], Proposal]
) -> None:
    sentence, step = SENTENCES[terminal]
    for start, form in (("STRUKTUR\n", sentence), ('ALUR kegiatan "Uji"\n1. ', step)):
        first, *others = spelt(WORDS["structure"][terminal])
        expected = said(read(start + form.format(first)))
        for phrase in others:
            assert said(read(start + form.format(phrase))) == expected, phrase


def test_a_sentence_for_each_terminal_that_both_parts_have() -> None:
    prepositions = {*WORDS["steps"]["PREPOSITION"]}
    both = {
        terminal
        for terminal, phrases in WORDS["structure"].items()
        if terminal in {*WORDS["shared"]["steps"]} - {"ADVERBIAL", "REFERENCE", "TIDAK_HANYA"}
        or prepositions & {*phrases}
        or (phrases[0] in WORDS["verbs"] and terminal not in ("MELAKSANAKAN", "HUBUNGAN_KERJA"))
    }
    assert both == set(SENTENCES)


def test_a_word_that_leads_on_belongs_to_an_object_where_no_name_stands_before(
    read: Callable[[str], Proposal],
) -> None:
    text = 'ALUR kegiatan "Uji"\n1. Dinas Sosial menyusun rencana selanjutnya.'
    assert said(read(text)) == [
        "Step number=1 actor='Dinas Sosial' act='menyusun' object='rencana' detail='selanjutnya'"
    ]


@pytest.mark.parametrize(
    ("verb", "words", "pattern", "sub"),
    [
        *(("berhubungan kerja", word, word, None) for word in
          ("konsultatif", "kolegial", "fungsional", "struktural", "koordinatif")),
        *(("berkoordinasi", word, "koordinatif", word) for word in
          ("fungsional", "instansional", "hierarkis", "multisektoral")),
    ],
)  # fmt: skip
def test_the_language_knows_the_patterns_where_no_regulation_names_them(
    verb: str, words: str, pattern: str, sub: str | None, kutim: Gazetteer
) -> None:
    text = f"{HEADER}STRUKTUR\nDinas Sosial {verb} {words} dengan Dinas Kesehatan.\n"
    found = read_proposal(text, replace(kutim, patterns=(), sub_kinds=())).statements
    assert [(one.pattern, one.subpattern) for one in found] == [(pattern, sub)]


def test_an_act_is_printed_in_its_first_words(
    read: Callable[[str], Proposal], kutim: Gazetteer
) -> None:
    text = 'ALUR kegiatan "Uji"\n1. Dinas Sosial melakukan rapat dengan Dinas Kesehatan.'
    printed = print_proposal(read(text), kutim)
    assert printed.endswith("1. Dinas Sosial mengadakan rapat dengan Dinas Kesehatan.\n")
