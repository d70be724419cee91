"""What is said by other constructions than subject and verb is what the plain sentence says.

The model of each sentence is that of the plain one, but for what is kept as text (adverbials) and
the words themselves (`…_as`). A construction is tried with each act, so that it is no wording.
"""

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from sotk_support import HEADER, brief, names_of

from patuh_parser.sotk import SotkError, read_proposal
from patuh_parser.sotk.model import Line, Step

ACTS = [  # who, the verb, its passive, its noun, what, and to whom
    (
        "Kepala UPT Pasar",
        "menyampaikan",
        "disampaikan",
        "penyampaian",
        "laporan berkala",
        "kepada Sekretaris Daerah",
    ),
    ("Dinas Kesehatan", "membina", "dibina", "pembinaan", "Puskesmas Sangatta", ""),
    ("Bagian Organisasi", "mengevaluasi", "dievaluasi", "evaluasi", "Puskesmas Sangatta", ""),
    (
        "Asisten Perekonomian dan Pembangunan",
        "mengoordinasikan",
        "dikoordinasikan",
        "pengoordinasian",
        "Dinas Sosial",
        "",
    ),
    (
        "Bupati",
        "meminta",
        "diminta",
        "permintaan",
        "laporan pertanggungjawaban",
        "dari Dinas Sosial",
    ),
]
OTHERWISE = [
    "{s} bertugas {v} {o} {r}",
    "Salah satu tugas {s} adalah {v} {o} {r}",
    "{s} adalah pihak yang {v} {o} {r}",
    "{s} ditugaskan untuk {v} {o} {r}",
    "{s} bertanggung jawab {v} {o} {r}",
    "Selain tugas teknis, {s} juga {v} {o} {r}",
    "{N} {o} {r} dilakukan oleh {s}",
    "{N} {o} {r} dialihkan kepada {s}",
    "{N} {o} {r} berada pada {s}",
    "{N} {o} {r} merupakan tugas {s}",
    "{O} {p} oleh {s} {r}",
    "{s}, dalam melaksanakan tugasnya, {v} {o} {r}",
    "Diusulkan agar {s} {v} {o} {r}",
    "Mohon dicantumkan dalam uraian tugas bahwa {s} {v} {o} {r}",
    "Perlu diketahui, {s} {v} {o} {r}",
    "Menjawab pertanyaan rekan-rekan, {s} {v} {o} {r}",
    "{s} {v} {o} {r}, jadi tidak ada perubahan dari yang sudah berjalan",
    "{s} {v} {o} {r} (lihat lampiran)",
    "{s} {v} {o} {r}, sehingga tidak terjadi tumpang tindih",
    "{s} {v} {o} {r}, sebagaimana hasil rapat terakhir",
]
DENIED = [
    "{s} diperbolehkan untuk tidak {v} {o} {r}",
    "{s} tidak dituntut untuk {v} {o} {r}",
    "{s} tidak selalu harus {v} {o} {r}",
    "{s} boleh mengabaikan kewajiban {v} {o} {r}",
    "{V} {o} {r} bersifat opsional bagi {s}",
    "{V} {o} {r} bukan lagi kewajiban {s}",
]


def said(sentence: str) -> list[str]:
    """The lines and steps of a sentence, without what is kept as text."""
    sentence = " ".join(sentence.split()).replace(" ,", ",")
    proposal = read_proposal(f"{HEADER}STRUKTUR\n{sentence}.\n", names_of("kutim_41_2023"))
    steps = [step for flow in proposal.workflows for step in flow.steps]
    lines = [replace(one, adverbials=()) for one in proposal.statements if isinstance(one, Line)]
    bare = [
        replace(one, act_as="", actor_as="", detail="", opening="", text="", matters=())
        for one in (replace(step, adverbials=()) for step in steps)
    ]
    assert len(lines) == len(proposal.statements), proposal.statements
    return [brief(one) for one in (*lines, *bare) if isinstance(one, Line | Step)]


def worded(construction: str) -> Iterator[tuple[str, str, str]]:
    """The construction with each act, and the act plainly, as it is done and as it need not be."""
    for who, verb, passive, noun, what, whom in ACTS:
        plain = {"s": who, "v": verb, "p": passive, "o": what, "r": whom}
        large = {"N": noun.capitalize(), "V": verb.capitalize(), "O": what[0].upper() + what[1:]}
        made = construction.format(**plain, **large)
        yield made, f"{who} {verb} {what} {whom}", f"{who} tidak wajib {verb} {what} {whom}"


@pytest.mark.parametrize("construction", OTHERWISE)
def test_a_construction_says_what_the_plain_sentence_does(construction: str) -> None:
    for made, plain, _ in worded(construction):
        assert said(made) == said(plain), made


@pytest.mark.parametrize("construction", DENIED)
def test_a_construction_denies_what_the_plain_sentence_does(construction: str) -> None:
    for made, _, plain in worded(construction):
        assert said(made) == said(plain), made


@pytest.mark.parametrize(
    "sentence",
    [
        "Dalam struktur lama, Dinas Kesehatan membina Puskesmas Sangatta",
        "Rapat membatalkan kesepakatan bahwa Dinas Kesehatan membina Puskesmas Sangatta",
        "Tidak benar bahwa Dinas Kesehatan membina Puskesmas Sangatta",
        "Seandainya disetujui, Dinas Kesehatan membina Puskesmas Sangatta",
        "Dinas Kesehatan membina Puskesmas Sangatta, jadi tidak wajib lagi",
        "Dinas Kesehatan membina Puskesmas Sangatta, sehingga tidak ada laporan lagi",
        "Diskominfo dan Disdik, Dinas Kesehatan membina Puskesmas Sangatta",
        "Sekretariat Daerah bertugas memberikan pelayanan hanya kepada Sekretariat DPRD",
        "Dinas Sosial bertugas menyusun data, tidak kepada Dinas Kesehatan",
    ],
)
def test_what_bounds_or_doubts_is_not_left_aside(sentence: str) -> None:
    with pytest.raises(SotkError):
        said(sentence)


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        (  # what turns against a deadline is no part of it
            "Dinas Sosial menyampaikan laporan tepat pada waktunya, tetapi tidak wajib mengikuti"
            " petunjuk Bupati",
            "Dinas Sosial tidak wajib mengikuti petunjuk Bupati",
        ),
        (  # whose Asisten it is, is no part of his name
            "Dinas Sosial dikoordinasikan oleh Asisten Pemerintahan dan Kesejahteraan Rakyat"
            " Sekretaris Daerah",
            "Dinas Sosial dikoordinasikan oleh Asisten Pemerintahan dan Kesejahteraan Rakyat",
        ),
        (
            "Perintah Bupati dilaksanakan oleh Dinas Sosial",
            "Dinas Sosial melaksanakan perintah Bupati",
        ),
    ],
)
def test_it_ends_with_what_the_plain_sentence_says(sentence: str, plain: str) -> None:
    assert [re.sub(r"number=\d+ ", "", one) for one in said(sentence)][-1:] == [
        re.sub(r"number=\d+ ", "", one) for one in said(plain)
    ]
