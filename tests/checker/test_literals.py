"""Rules taken apart as text."""

import pytest

from patuh.engine.rules.literals import opened, taken

RULE = (
    'p(X, "a, b: {Y}") :- q(X, f(Y; Z)), not r(X), X != g(Y), N = #min { T, U : s(T, U), '
    "not t(T); V : r(V) } <= M, u : r(W), not s(W, X); v."
)


def test_conditions_are_told_apart_and_renamed_wherever_they_stand() -> None:
    found = taken(RULE)
    assert found.head == 'p(X, "a, b: {Y}")'
    assert [(one.sign.strip(), one.name) for one in found.body] == [
        ("", "q"),
        ("not", "r"),
        ("", ""),
        ("", ""),
        ("", ""),
        ("", "v"),
    ]
    said = [one.renamed(lambda name: "new_" if name in "rsv" else "") for one in found.body]
    assert said == [
        "q(X, f(Y; Z))",
        "not new_r(X)",
        "X != g(Y)",
        "N = #min { T, U : new_s(T, U), not t(T); V : new_r(V) } <= M",
        "u : new_r(W), not new_s(W, X)",
        "new_v",
    ]
    assert found.outside == frozenset("XYZNM")


@pytest.mark.parametrize(
    ("atom", "left"),
    [('p(X, Y, "Y", _Z)', 'p(X, _, "Y", _)'), ("p(Yx, a)", "p(_, a)"), ("p", "p")],
)
def test_what_is_bound_nowhere_else_is_left_open(atom: str, left: str) -> None:
    assert opened(atom, frozenset("X")) == left
