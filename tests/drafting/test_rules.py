"""The rules on drafting: every summary of a provision has a norm of its own."""

from patuh.knowledge.programs import DRAFTING
from patuh.knowledge.provisions import quotations


def test_no_rule_is_summarised_without_a_norm() -> None:
    bare = {q.id for q in quotations(DRAFTING).values() if f'"{q.id}")' not in q.encoding}
    assert bare == set()
