"""What a Python program calls: `patuh.check`, `patuh.compare` and others, and what they give.

The package `patuh` gives these names itself and imports this room when one of them is asked for.
"""

from patuh.library.charts import Chart, ChartUnit
from patuh.library.checked import check
from patuh.library.compared import Change, Comparison, Row, compare
from patuh.library.errors import PatuhError, Problem
from patuh.library.proposals import Imported, as_proposal
from patuh.library.records import Citation, Edit, Finding, LevelName, Place, Repair
from patuh.library.report import Report
from patuh.library.revised import Hit, Revision, Told, diff, impact
from patuh.library.texts import Provision, TextComparison, TextRow, compare_texts

__all__ = [
    "Change",
    "Chart",
    "ChartUnit",
    "Citation",
    "Comparison",
    "Edit",
    "Finding",
    "Hit",
    "Imported",
    "LevelName",
    "PatuhError",
    "Place",
    "Problem",
    "Provision",
    "Repair",
    "Report",
    "Revision",
    "Row",
    "TextComparison",
    "TextRow",
    "Told",
    "as_proposal",
    "check",
    "compare",
    "compare_texts",
    "diff",
    "impact",
]
