"""Provision ids and their Indonesian labels.

An id names the path from the pasal down, ``pasal-14.ayat-2.huruf-e``; its label is
how a regulation would cite it, ``Pasal 14 ayat (2) huruf e``. The brackets of a label
follow from the path alone: plain ``huruf a`` and ``angka 1`` first, ``huruf a)`` for a
huruf below either, ``angka 1)`` below such a huruf, ``angka (1)`` below an angka.
Source of the order of levels: UU 12/2011, Lampiran II.

The same ids as Akoma Ntoso identifiers (OASIS LegalDocML, Akoma Ntoso Naming Convention
1.0): an expression is the work URI plus ``/language@date``, a part of it is
``/!main~eId``; an eId joins its levels with ``__`` and sets ``_`` before each number.
"""

import re

_STEP = r"(?:huruf-[a-z]{1,2}|angka-[1-9][0-9]{0,2})"
_ID = re.compile(rf"pasal-[1-9][0-9]{{0,3}}(?:\.ayat-[1-9][0-9]{{0,2}})?(?:\.{_STEP}){{0,5}}")
_WORDS = re.compile(r"(pasal|ayat|huruf|angka)\s*\(?\s*([0-9]{1,4}|[a-z]{1,2})\s*[).]?[\s,]*", re.I)
_MAX_LABEL = 200
_WORK = r"/akn/[a-z-]+(?:/[a-z0-9.-]+)*/(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})/[A-Za-z0-9.-]+"
_BASE = re.compile(_WORK)
_LANGUAGE = re.compile(r"[a-z]{3}")
_URI = re.compile(
    rf"(?P<base>{_WORK})/(?P<language>[a-z]{{3}})@(?P=date)/!main~(?P<eid>[a-z0-9_]+)"
)


class ProvisionIdError(ValueError):
    """A string is neither a provision id nor, where one is asked for, its label or URI."""


def steps(provision_id: str) -> tuple[tuple[str, str], ...]:
    """Split an id into its (kind, number) steps.

    Raises:
        ProvisionIdError: ``provision_id`` is not a provision id.
    """
    if not _ID.fullmatch(provision_id):
        raise ProvisionIdError(f"not a provision id: {provision_id[:_MAX_LABEL]!r}")
    path = (step.partition("-") for step in provision_id.split("."))
    return tuple((kind, number) for kind, _, number in path)


def label(provision_id: str) -> str:
    """Return the citation of a provision, e.g. ``Pasal 14 ayat (2) huruf e``.

    Raises:
        ProvisionIdError: ``provision_id`` is not a provision id.
    """
    path = steps(provision_id)
    words = []
    for place, (kind, number) in enumerate(path):
        above = [step[0] for step in path[:place]]
        words.append(_cite(kind, number, above))
    return " ".join(words)


def _cite(kind: str, number: str, above: list[str]) -> str:
    nested = "angka" in above or "huruf" in above
    match kind:
        case "pasal":
            return f"Pasal {number}"
        case "ayat":
            return f"ayat ({number})"
        case "huruf":
            return f"huruf {number})" if nested else f"huruf {number}"
    if above[-1] == "angka":
        return f"angka ({number})"
    below_bracketed = above[-1] == "huruf" and ("angka" in above or above.count("huruf") > 1)
    return f"angka {number})" if below_bracketed else f"angka {number}"


def parse_label(label: str) -> str:
    """Return the provision id a citation names; brackets, case and commas do not matter.

    Raises:
        ProvisionIdError: ``label`` is not the citation of one provision.
    """
    text = label.strip()
    at, path = 0, []
    while len(text) <= _MAX_LABEL and (found := _WORDS.match(text, at)):
        kind, number = found[1].lower(), found[2].lower()
        path.append(f"{kind}-{number.lstrip('0')}")
        at = found.end()
    provision_id = ".".join(path)
    if at != len(text) or not _ID.fullmatch(provision_id):
        raise ProvisionIdError(f"not the label of a provision: {label[:_MAX_LABEL]!r}")
    return provision_id


def eid(provision_id: str) -> str:
    """Return the Akoma Ntoso eId of a provision, e.g. ``pasal_14__ayat_2__huruf_e``.

    Raises:
        ProvisionIdError: ``provision_id`` is not a provision id.
    """
    return "__".join(f"{kind}_{number}" for kind, number in steps(provision_id))


def frbr_uri(base_uri: str, provision_id: str, language: str = "ind") -> str:
    """Return the expression-level URI of a provision of the work ``base_uri``.

    The version is the date in ``base_uri``, i.e. the text as enacted.

    Raises:
        ProvisionIdError: ``provision_id`` is not a provision id.
        ValueError: ``base_uri`` is not a dated work URI, or ``language`` not three letters.
    """
    work = _BASE.fullmatch(base_uri)
    if work is None or not _LANGUAGE.fullmatch(language):
        raise ValueError(f"not a dated work URI and language: {base_uri!r}, {language!r}")
    return f"{base_uri}/{language}@{work['date']}/!main~{eid(provision_id)}"


def parse_frbr_uri(uri: str) -> tuple[str, str, str]:
    """Return (base URI, provision id, language) of a URI made by ``frbr_uri``.

    Raises:
        ProvisionIdError: ``uri`` is not such a URI.
    """
    found = _URI.fullmatch(uri)
    if found is None:
        raise ProvisionIdError(f"not the URI of a provision: {uri!r}")
    provision_id = ".".join(step.replace("_", "-") for step in found["eid"].split("__"))
    steps(provision_id)
    return found["base"], provision_id, found["language"]
