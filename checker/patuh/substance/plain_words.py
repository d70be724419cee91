"""The words of a provision as a sentence of a proposal: without what only leads through the text."""

import re

from patuh_parser.legal.parts.cited_units import RANK

_UNIT = rf"(?:{'|'.join(RANK)}) \(?\w{{1,12}}\)?"
_NEXT = rf"(?:,? ?(?:dan|atau|serta|sampai dengan|sampai)?(?: |(?<= ))(?:{_UNIT}|\(\d+\)|[a-z](?=[ ,])))"
_CITED = re.compile(
    rf",? ?sebagaimana (?:telah )?(?:dimaksud|dimaksudkan|tersebut) (?:pada|dalam|di) "
    rf"{_UNIT}(?: {_UNIT}|{_NEXT})*,?",
    re.IGNORECASE,
)
_END = re.compile(r"[\s;,.]*(?:[;,]\s*(?:dan|atau|dan/atau))?[\s;,.]*$")


def plain(text: str) -> str:
    """A text without line ends, internal references and the mark that ends an entry."""
    said = _CITED.sub("", " ".join(text.split()))
    return _END.sub("", " ".join(said.split()))
