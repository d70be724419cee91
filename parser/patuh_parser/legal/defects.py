"""The defects of form that the reader reports, in words of either language."""

from patuh_parser.legal.data import table
from patuh_parser.legal.model import Defect


def describe(defect: Defect, language: str = "id") -> str:
    """Return the sentence of a defect in ``id`` or ``en``."""
    sentence: str = table("messages")["defects"][defect.code][language]
    return sentence.format(**dict(defect.data))
