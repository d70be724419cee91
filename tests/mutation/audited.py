"""What the audit of the words of `kb/` notices of a changed norm: a word that no rule knows."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from mutation.citations import changed
from mutation.mutants import Mutant
from mutation.rules import PROPOSALS, laws
from patuh.audit import PARTS
from patuh.knowledge.programs import drafting_programs, programs
from patuh.knowledge.root import kb_root, use

AUDIT = "the audit"
"""In the place of a case: `tests/audit/test_own_knowledge_base.py` would fail."""


def misworded(mutant: Mutant) -> bool:
    """The audit names a word of the changed norm; rules are left to the cases."""
    if not mutant.rule.law:
        return False
    every = (*programs(laws(PROPOSALS)), *drafting_programs())
    program = next(one for one in every if one.name == mutant.rule.file)
    with TemporaryDirectory() as folder:
        root = Path(shutil.copytree(kb_root(), Path(folder) / "kb"))
        (root / program.name).write_text(changed(program, mutant).text, encoding="utf-8")
        with use(root):
            return bool(PARTS["vocabulary"]().defects)
