"""What a Python program calls: `patuh.check`, `patuh.compare` and what they give.

The package `patuh` gives these names itself and imports this room when one of them is asked for.
"""

from patuh.library.checked import check
from patuh.library.compared import Change, Comparison, Row, compare
from patuh.library.errors import PatuhError, Problem
from patuh.library.records import Citation, Edit, Finding, LevelName, Place, Repair
from patuh.library.report import Report

__all__ = [
    "Change",
    "Citation",
    "Comparison",
    "Edit",
    "Finding",
    "LevelName",
    "PatuhError",
    "Place",
    "Problem",
    "Repair",
    "Report",
    "Row",
    "check",
    "compare",
]
