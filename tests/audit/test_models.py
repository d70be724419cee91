"""One answer set for every proposal, no more and no less."""

from audit.broken import Copy

from patuh.audit.places import proposals

NAMES = [path.name for path in proposals()]


def test_an_even_loop_through_negation_gives_two(whole: Copy) -> None:
    whole.append("checks/upt.lp", "a :- not b. b :- not a.")
    assert whole.found("models") == [
        ("answer_sets", {"proposal": name, "atoms": "a, b"}) for name in NAMES
    ]


def test_an_odd_loop_gives_none(whole: Copy) -> None:
    whole.append("checks/upt.lp", "a :- not a.")
    assert whole.found("models") == [
        ("no_answer_set", {"proposal": name, "atoms": ""}) for name in NAMES
    ]
