"""Provision ids as Akoma Ntoso identifiers.

Source: OASIS LegalDocML, Akoma Ntoso Naming Convention 1.0: an expression is the
work URI plus ``/language@date``, a part of it is ``/!main~eId``; an eId joins its
levels with ``__`` and sets ``_`` before each number.
"""

import re

from patuh_parser.regulation.ids import ProvisionIdError, steps

_WORK = r"/akn/[a-z-]+(?:/[a-z0-9.-]+)*/(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})/[A-Za-z0-9.-]+"
_BASE = re.compile(_WORK)
_LANGUAGE = re.compile(r"[a-z]{3}")
_URI = re.compile(
    rf"(?P<base>{_WORK})/(?P<language>[a-z]{{3}})@(?P=date)/!main~(?P<eid>[a-z0-9_]+)"
)


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
