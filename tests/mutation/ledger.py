"""What the tests of the ledger notice of a changed norm, whatever the proposal or draft.

Every leaf of a regulation has a norm that cites it, or an entry that no check tests it
(`tests/kb/test_ledger.py`), with a reason that has its words (`tests/kb/test_wording.py`); every
rule on drafting has a norm (`tests/drafting/test_rules.py`).
"""

from functools import cache

from mutation.mutants import Mutant
from mutation.rules import base
from patuh.knowledge.programs import DRAFTING
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import regulations, text_path
from patuh_parser.legal.reader import read_draft

LEDGER = "the ledger"
"""In the place of a case."""


def noticed(mutant: Mutant) -> bool:
    """An entry is changed in any way, or a provision is left without its only norm."""
    rule = mutant.rule
    if rule.gives == "ketentuan_tak_diuji/3":
        return True
    if not rule.law or rule.node.body or mutant.node:
        return False
    cited = rule.text.rsplit(",", 1)[1]
    norms = base(rule.part).rules
    others = [one for one in norms if one != rule and one.law == rule.law]
    return (rule.law, cited.strip('").')) in provisions() and not any(
        one.text.endswith(f",{cited}") for one in others
    )


@cache
def provisions() -> frozenset[tuple[str, str]]:
    """Regulation and id of every leaf of the regulations, and of every rule on drafting."""
    leaves = (
        (law.id, leaf.id)
        for law in regulations()
        for leaf in read_draft(text_path(law).read_bytes(), law.text).leaves()
        if leaf.id
    )
    return frozenset([*leaves, *((DRAFTING, name) for name in quotations(DRAFTING))])
