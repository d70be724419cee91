"""Provision ids and their Indonesian labels.

An id names the path from the pasal down, ``pasal-14.ayat-2.huruf-e``; its label is
how a regulation would cite it, ``Pasal 14 ayat (2) huruf e``. The brackets of a label
follow from the path alone: plain ``huruf a`` and ``angka 1`` first, ``huruf a)`` for a
huruf below either, ``angka 1)`` below such a huruf, ``angka (1)`` below an angka.
Source of the order of levels: UU 12/2011, Lampiran II.

An eId of Akoma Ntoso (OASIS LegalDocML, Akoma Ntoso Naming Convention 1.0) joins the levels
with ``__`` and sets ``_`` before each number.
"""

import re

_STEP = r"(?:huruf-[a-z]{1,2}|angka-[1-9][0-9]{0,2})"
_ID = re.compile(rf"pasal-[1-9][0-9]{{0,3}}[a-z]?(?:\.ayat-[1-9][0-9]{{0,2}})?(?:\.{_STEP}){{0,5}}")
_WORDS = re.compile(r"(pasal|ayat|huruf|angka)\s*\(?\s*([0-9]{1,4}|[a-z]{1,2})\s*[).]?[\s,]*", re.I)
_MAX_LABEL = 200


class ProvisionIdError(ValueError):
    """A string is neither a provision id nor, where one is asked for, its label."""


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
            return f"Pasal {number.upper()}"
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


def eid(node_id: str) -> str:
    """Return the Akoma Ntoso eId of a node, e.g. ``pasal_14__ayat_2__huruf_e``.

    The id may be any of a draft; the second bearer of a number, ``bab-4#2``, is ``bab_4-2``.
    """
    path = (step.replace("-", "_", 1) for step in node_id.split("."))
    return re.sub(r"\s+", "_", "__".join(path).replace("#", "-"))
