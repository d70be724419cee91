"""Checks that cannot fire, cannot be satisfied, or are switched off, each alone in a small copy."""

from audit.broken import Copy

from patuh.audit.hunt import Hunter
from patuh.knowledge.regulations import regulation
from patuh.knowledge.root import use

NORM = "berlaku_sejak(R, Ketentuan)"
SAID = {"check": "Z1", "regulation": "paser_56_2020"}


def test_a_check_that_cannot_fire_is_reported(small: Copy) -> None:
    small.check("Z1", f"{NORM}, unit(U, dinas), unit(U, bagian)")
    assert small.found("witnesses") == [("never_fires", SAID)]


def test_a_check_that_cannot_be_satisfied_is_reported(small: Copy) -> None:
    small.check("Z1", f"{NORM}, unit(U, _), peraturan(R)")
    assert small.found("witnesses") == [("never_silent", SAID)]


def test_a_check_without_a_norm_is_reported(small: Copy) -> None:
    small.check("Z1", "asas_penyelesaian(R, cepat, Ketentuan), unit(U, dinas)")
    assert small.found("witnesses") == [("switched_off", {"check": "Z1"})]


def test_a_sentence_that_is_none_is_reported(small: Copy) -> None:
    small.replace("audit/sentences.toml", '"Forkopimda."', '"Forkopimda mana."')
    said = {"regulation": "paser_56_2020", "sentence": "Forkopimda mana."}
    assert small.found("witnesses") == [("unread", said)]


def test_the_smallest_witnesses_are_found(small: Copy) -> None:
    """One sentence that fires; in scope and silent: the same unit without what is objected to."""
    small.check(
        "Z1", f"{NORM}, unit(U, bagian), garis(_, bertanggung_jawab, U, Y), not unit(Y, asisten)"
    )
    head = "USULAN  : Contoh terkecil\nDAERAH  : Kabupaten Paser\n\nSTRUKTUR\n\n"
    line = "Bagian Hukum bertanggung jawab "
    with use(small.root):
        hunter = Hunter(regulation("paser_56_2020"))
        fires, silent = hunter.firing("Z1"), hunter.silent("Z1")
    assert fires is not None
    assert silent is not None
    assert fires.startswith(f"{head}{line}")
    assert fires.count("\n") == head.count("\n") + 1
    assert "Asisten" not in fires
    assert silent.startswith(f"{head}{line}kepada Asisten ")
    assert silent.count("\n") == head.count("\n") + 1
