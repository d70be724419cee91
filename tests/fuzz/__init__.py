"""Targets for fuzzing: one module each, whose `harness(data)` fails if a property does not hold.

`run.py` feeds them with atheris; `test_stored.py` with the stored inputs, in every run of the
suite; docs/fuzzing.md says what was tried.
"""

TARGETS = ("sotk", "legal_text", "docx", "container", "overlay", "check")
