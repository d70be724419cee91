"""Semula – menjadi: two texts of a regulation aligned provision by provision."""

from patuh.comparison.alignment import Pair, align
from patuh.comparison.flattened import Provision, provisions_of
from patuh.comparison.matrix import Matrix, Row, compare
from patuh.comparison.word_difference import Piece, difference

__all__ = [
    "Matrix",
    "Pair",
    "Piece",
    "Provision",
    "Row",
    "align",
    "compare",
    "difference",
    "provisions_of",
]
