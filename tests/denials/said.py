"""The norms of a regulation with their kinds and sentences, said in a manner."""

from collections.abc import Sequence

from patuh.knowledge.regulations import Regulation
from patuh.revision.language.said import Norm, Said, manners, norms_of, row_of, said

MANNERS = manners()
WORDS = {
    "tidak berkewajiban untuk ": "tidak_wajib",
    "tidak perlu ": "tidak_wajib",
    "tidak harus ": "tidak_wajib",
    "tidak usah ": "tidak_wajib",
    "boleh tidak ": "tidak_wajib",
    "dibebaskan dari kewajiban ": "tidak_wajib",
    "tidak dibebani kewajiban untuk ": "tidak_wajib",
    "tidak berhak ": "tidak_dapat",
    "menolak ": "tidak",
    "tidak bersedia ": "tidak",
    "mengabaikan kewajiban ": "tidak",
    "tidak akan ": "tidak",
}
"""Other words of denial, and the manner in which each denies."""


def waived(norm: Norm) -> bool:
    """Whether a row says why it has no sentence."""
    row = row_of(norm)
    return row is not None and "none" in row


def of_hospital(norm: Norm) -> bool:
    return any(value.startswith("Rumah Sakit") for value in norm.values)


def sentence(one: Said, manner: str = "") -> str:
    """The sentence in a manner, or with words of denial."""
    return one.sentence(manner.strip() if manner in WORDS else MANNERS.get(manner, ""))


def block(one: Said, manner: str, number: int) -> list[str]:
    """The lines of its workflow."""
    words = manner.strip() if manner in WORDS else MANNERS.get(manner, "")
    return one.block(words, f"Alur {number}")


def alone(one: Said, law: Regulation) -> str:
    """A proposal that says the norm, and nothing else."""
    lines = [*_head(law), "STRUKTUR", "", one.before]
    lines += ["", *block(one, "", 1)] if one.flow else [one.sentence()]
    return "\n".join(lines)


def denied(law: Regulation, every: Sequence[Said], manner: str) -> tuple[str, dict[Said, int]]:
    """One proposal with all norms in this manner, and the line of each sentence."""
    lines = [*_head(law), "STRUKTUR", ""]
    lines += dict.fromkeys(one.before for one in every if one.before)
    places: dict[tuple[str, ...], int] = {}
    number = 0
    for one in sorted(every, key=lambda one: one.flow is not None):
        key = (one.text, *one.attributes, one.flow or "")
        if key in places:
            continue
        if one.flow is None:
            lines.append(sentence(one, manner))
            places[key] = len(lines)
        else:
            number += 1
            said_so = block(one, manner, number)
            places[key] = len(lines) + 2 + said_so.index(sentence(one, manner))
            lines += ["", *said_so]
    return "\n".join(lines), {
        one: places[(one.text, *one.attributes, one.flow or "")] for one in every
    }


def said_of(law: str) -> list[Said]:
    """The norms that have a sentence."""
    return [found for norm in norms_of(law) if (found := said(law, norm)) is not None]


def _head(law: Regulation) -> list[str]:
    return ["USULAN : A", f"DAERAH : {law.region}", ""]
