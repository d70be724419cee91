"""Targets for fuzzing: one module each, whose `harness(data)` fails if a property does not hold.

`run.py` feeds them with atheris; `test_stored.py` with the stored inputs, in every run of the
suite; docs/fuzzing.md says what was tried. A harness gives the traits of an input: what tells it
from others that take the same branches, such as the kinds of sentences in it.
"""

from collections.abc import Iterable

TARGETS = (
    "sotk", "legal_text", "docx", "container", "rules", "tables", "ledger", "expectations",
    "check", "draft",
)  # fmt: skip
Traits = Iterable[object]
