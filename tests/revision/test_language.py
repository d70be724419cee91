"""What sentences of the language bring by themselves is what a text of them brings together."""

import pytest

from patuh.checking import finding_atoms, ground_text
from patuh.knowledge.regulations import regulation
from patuh.revision.language.sentences import extended, language

LAW = regulation("kutim_41_2023")
RULES = (
    "Sekretaris Daerah tidak mengevaluasi pelaksanaan kebijakan pemerintah daerah.",
    "Dinas Kesehatan tidak wajib menerapkan prinsip koordinasi, integrasi dan sinkronisasi.",
)
REPORT = "1. Dinas Kesehatan menyampaikan laporan kepada Bupati."
STEPS = (
    "1. Bupati meminta data kepada Dinas Kesehatan.",
    "2. Dinas Kesehatan tidak menyampaikan data kepada Bupati.",
)


def flow(kind: str, *steps: str) -> str:
    return "\n".join([f'ALUR {kind} "Alur"', *(f"  {step}" for step in steps)])


@pytest.mark.parametrize(
    "said",
    [
        (("STRUKTUR", RULES[0]), ("flow", flow("permintaan", REPORT))),
        (("STRUKTUR", RULES[0]), ("STRUKTUR", RULES[1])),
        (("flow", flow("permintaan", *STEPS)),),
    ],
    ids=["a rule beside a workflow", "two rules", "two steps"],
)
def test_sentences_bring_the_same_alone_and_together(said: tuple[tuple[str, str], ...]) -> None:
    """A rule that STRUKTUR states becomes a workflow too, and is no step of the one beside it."""
    base = language(LAW)
    spoken = extended(base, [(part, text, 0) for part, text in said])
    chosen = range(len(base.sentences), len(spoken.sentences))
    assert len(chosen) == len(said)
    facts = [*spoken.always, *(f for at in chosen for f in spoken.sentences[at].choice.facts)]
    flows = [one.partition(",")[0] for one in dict.fromkeys(facts) if one.startswith("alur(")]
    assert len({*flows}) == len(flows), "two workflows of one number"
    alone = ground_text("\n".join(f"{fact}." for fact in facts), (LAW,))
    together = finding_atoms(spoken.text(chosen), "contoh.sotk")
    assert [_told(one.arguments) for one in alone] == [_told(one.arguments) for one in together]
    assert together


def _told(arguments: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(map(str, arguments[:4]))
