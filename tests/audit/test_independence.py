"""A check that another one always brings along, declared or not."""

from audit.broken import Copy

NORM = "berlaku_sejak(R, Ketentuan)"
PAIR = {"check": "Z1", "other": "Z2"}


def nested(copy: Copy) -> None:
    """Z1 on every Dinas that answers to somebody, Z2 on every Dinas."""
    copy.check("Z1", f"{NORM}, unit(U, dinas), garis(_, bertanggung_jawab, U, _)")
    copy.check("Z2", f"{NORM}, unit(U, dinas)")


def declare(copy: Copy, check: str, brings: str) -> None:
    entry = f'check = "{check}"\nbrings = "{brings}"\nid = "memang demikian"\nen = "so it is"'
    copy.append("audit/declared.toml", f"[[implied]]\n{entry}")


def test_a_check_that_never_comes_alone_is_reported_with_a_witness(small: Copy) -> None:
    nested(small)
    (defect,) = small.part("independence").defects
    assert (defect.kind, defect.values) == ("implied", {**PAIR, "regulation": "paser_56_2020"})
    assert defect.text.splitlines()[-1].startswith("Dinas ")


def test_a_declaration_with_its_reason_takes_its_place(small: Copy) -> None:
    nested(small)
    declare(small, "Z1", "Z2")
    part = small.part("independence")
    assert part.defects == ()
    assert [(note.kind, note.reason["en"]) for note in part.notes] == [
        ("implied_declared", "so it is")
    ]


def test_a_declaration_of_what_can_come_alone_is_reported(small: Copy) -> None:
    nested(small)
    declare(small, "Z1", "Z2")
    declare(small, "Z2", "Z1")
    said = {"check": "Z2", "other": "Z1"}
    assert small.found("independence") == [("implied_idle", said)]
