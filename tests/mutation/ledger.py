"""What the tests of the ledger notice of a changed norm, whatever the proposal.

Every leaf of a regulation has a norm that cites it, or an entry that no check tests it
(`tests/kb/test_ledger.py`), with a reason that has its words (`tests/kb/test_wording.py`).
"""

from functools import cache

from mutation.mutants import Mutant
from mutation.rules import PROPOSALS, base
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import corpus_root
from patuh_parser.regulation import read_regulation

LEDGER = "the ledger"
"""In the place of a case."""


def noticed(mutant: Mutant) -> bool:
    """An entry is changed in any way, or a leaf is left without its only norm."""
    rule = mutant.rule
    if rule.part != PROPOSALS:
        return False
    if rule.gives == "ketentuan_tak_diuji/3":
        return True
    if not rule.law or rule.node.body or mutant.node:
        return False
    cited = rule.text.rsplit(",", 1)[1]
    others = [one for one in base().rules if one != rule and one.law == rule.law]
    return (rule.law, cited.strip('").')) in leaves() and not any(
        one.text.endswith(f",{cited}") for one in others
    )


@cache
def leaves() -> frozenset[tuple[str, str]]:
    """The leaves of all regulations, by regulation and id."""
    folder = corpus_root() / "regulations"
    return frozenset(
        (law.id, leaf.id)
        for law in regulations()
        for leaf in read_regulation((folder / law.text).read_text(encoding="utf-8")).leaves()
    )
