"""The words of a provision as a sentence of a proposal: without what leads through the text."""

import re

from patuh.comparison.word_difference import without_joiner
from patuh_parser.legal.parts.cited_units import RANK

_UNIT = rf"(?:{'|'.join(RANK)}) \(?\w{{1,12}}\)?"
_JOINED = r",? ?(?:dan|atau|serta|sampai dengan|sampai)?(?: |(?<= ))"
_NEXT = rf"{_JOINED}(?:{_UNIT}|\(\d+\)|[a-z](?=[ ,]))"
_CITED = re.compile(
    rf",? ?sebagaimana (?:telah )?(?:dimaksud|dimaksudkan|tersebut) (?:pada|dalam|di) "
    rf"{_UNIT}(?: {_UNIT}|{_NEXT})*,?",
    re.IGNORECASE,
)
_FOR_TASKS = re.compile(
    r"(?:Untuk|Dalam)(?: rangka)? (?:melaksanakan|menyelenggarakan|menjalankan|pelaksanaan) "
    r"(?:tugas|fungsi)(?: pokok)?(?:nya)?(?: dan fungsi(?:nya)?)?,? (?=[A-Z])"
)


_SPLIT = re.compile(r"\b(di)bawah\b", re.IGNORECASE)
_REGION = re.compile(r"(?<=Daerah) Kabupaten(?! [A-Z])")
"""The kind of the region behind an office of which there is one, without its name."""


def plain(text: str) -> str:
    """A text without line ends, internal references, the tasks for whose sake something is done,
    and the mark that ends an entry."""
    said = " ".join(_CITED.sub("", " ".join(text.split())).split())
    said = _REGION.sub("", _SPLIT.sub(r"\1 bawah", said))
    purpose = _FOR_TASKS.match(said)
    return without_joiner(said[purpose.end() :] if purpose else said, ";,.:")
