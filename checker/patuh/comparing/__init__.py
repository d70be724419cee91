"""Two proposals side by side: findings, units, and what was and is to be (semula – menjadi)."""

from patuh.comparing.compared import compare
from patuh.comparing.records import Checked, Comparison, Row, UnitChange

__all__ = ["Checked", "Comparison", "Row", "UnitChange", "compare"]
