"""Whether a text breaks off, so that what looks like a marker or heading goes on with it."""

import re

_JOINING = r"(?: dan(?:/ ?atau)?| atau| serta| sampai dengan| s\.d\.| s/d)"
_REFERENCE_TAIL = re.compile(
    rf"\b(?:ayat|huruf|angka|butir|pasal|nomor)$"
    rf"|\b(?P<ayat>ayat) \([0-9]+\)(?:, ?\([0-9]+\)){{0,8}}(?:,|,?{_JOINING})$"
    rf"|\b(?P<huruf>huruf) [a-z]\)?{_JOINING}$"
    rf"|\b(?P<angka>angka|pasal|butir|nomor) \(?[0-9]+\)?{_JOINING}$"
)
_REFERRED = {"ayat": {"(1)"}, "huruf": {"a.", "a)"}, "angka": {"(1)", "1.", "1)"}}
_HEADING_REFERENCE_TAIL = re.compile(
    r"(?:,|(?:^|\W)(?:antara|atas|atau|berdasarkan|dalam|dan|dari|dengan|dimaksud|hingga"
    r"|ke|kecuali|ketentuan|melalui|melanggar|memenuhi|mengenai|menurut|oleh|pada|pasal|sampai"
    r"|selain|serta|sesuai|tentang|terhadap|yaitu))$"
)
_QUOTING = re.compile(r"\b(?:berbunyi|menjadi)\b[^:]{0,60}:$")
_CLOSED = re.compile(r"(?:[.;:]|[;,] ?(?:dan|atau|dan ?/ ?atau))$")
_ITEM_TO_COME = re.compile(r"; ?(?:dan|atau|dan ?/ ?atau)$")
_TAIL = 80


def refers(text: str, shape: str) -> bool:
    """Tell whether ``text`` breaks off inside a reference that a marker would complete."""
    found = _REFERENCE_TAIL.search(text[-_TAIL:].lower())
    if found is None:
        return False
    return found.lastgroup is None or shape in _REFERRED[found.lastgroup]


def refers_to_heading(text: str) -> bool:
    """Tell whether ``text`` breaks off where the name of a pasal or bab must follow."""
    return _HEADING_REFERENCE_TAIL.search(text[-_TAIL:].lower()) is not None


def goes_on_in_a_list(text: str) -> bool:
    """Tell whether ``text`` ends as a list item does behind which another must follow."""
    return _ITEM_TO_COME.search(text[-_TAIL:].lower()) is not None


def announces_diktum(text: str) -> bool:
    """Tell whether ``text`` ends as an instruction does below which a diktum is quoted."""
    return _QUOTING.search(text[-_TAIL:]) is not None


def is_closed(text: str) -> bool:
    """Tell whether ``text`` is empty or ends as a sentence, a list item or a chapeau does."""
    return not text or _CLOSED.search(text[-_TAIL:].lower()) is not None
