"""The texts of the regulations, read."""

from functools import cache
from pathlib import Path

from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

TEXTS = Path(__file__).parents[2] / "corpus" / "regulations"


@cache
def text_of(law: str) -> Draft:
    return read_draft((TEXTS / f"{law}.txt").read_bytes(), law)
