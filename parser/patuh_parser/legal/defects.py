"""The defects of form that the reader reports, in words of either language."""

from patuh_parser.legal.data import table
from patuh_parser.legal.model import Defect


def describe(defect: Defect, language: str = "id") -> str:
    """Return the sentence of a defect in ``id`` or ``en``."""
    return in_words(defect.code, defect.data, language)


def in_words(code: str, data: tuple[tuple[str, str], ...], language: str) -> str:
    """Return the sentence of a code of ``defects`` with its terms."""
    sentence: str = table("messages")["defects"][code][language]
    return sentence.format(**dict(data))
