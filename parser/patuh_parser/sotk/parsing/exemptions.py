"""What an exemption is from, a duty or a provision, and the higher law that it relies on."""

from collections.abc import Sequence

from msgspec import Struct

from patuh_parser.sotk.lines.citations import higher_law, read_citation, read_provision
from patuh_parser.sotk.lines.words import Word, joined
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import duties, is_verb, phrases_of, tables
from patuh_parser.text.span import Span

_MOST = 400
_TO = " kepada "
_NOWHERE = Span(1, 1, 1, 1)
_NEED_NOT = ("tidak", "wajib")


class Waived(Struct, frozen=True):
    """What the words after `dikecualikan dari` mean."""

    act: str | None = None
    """The duty, by the table [duties]."""
    provision: str | None = None
    law: tuple[int, int] | None = None
    """Number and year of the regulation that the provision is said to be of."""
    basis: str | None = None
    """The kind of numbered higher law that the exemption relies on."""


def read_exemption(text: str) -> Waived:
    """Return what is understood of the words after `dikecualikan dari`."""
    if len(text) > _MOST:
        return Waived()
    table = tables()
    words = text.split()
    found = higher_law(text)
    basis = None
    if found is not None:
        basis, start = found
        words = _before(text[:start].split(), table.exemptions["relies"])
    words = _after(words, table.exemptions["openers"])
    said = " ".join(words)
    if words and words[0].lower() == "pasal":
        citation = read_citation(said, _NOWHERE, "")
        if citation is not None:
            law = (citation.number, citation.year)
            return Waived(provision=citation.provision, law=law, basis=basis)
        return Waived(provision=read_provision(said), basis=basis)
    return Waived(act=_duty(said.lower()), basis=basis)


def as_denial(words: Sequence[Word]) -> list[Word] | None:
    """Return "Dinas X dikecualikan dari kewajiban melatih …" as "Dinas X tidak wajib melatih …".

    None if the duty is of the table, or is no act, or if the sentence relies on a law.
    """
    texts = [word.text for word in words]
    phrases = phrases_of("structure")
    for at in range(1, len(texts)):
        end, phrase = longest(phrases, texts, at)
        if phrase is not None and phrase[0] == "DIKECUALIKAN":
            break
    else:
        return None
    start = len(texts) - len(_after(texts[end:], tables().exemptions["openers"]))
    if not is_verb(texts[start]) or read_exemption(joined(words[end:-1])) != Waived():
        return None
    return [*words[:at], *(words[at]._replace(text=said) for said in _NEED_NOT), *words[start:]]


def _duty(said: str) -> str | None:
    """The duty that words mean; whoever a report is owed to may be named."""
    table = tables()
    head, to, whom = said.rpartition(_TO)
    agency = whom.split()[:1]
    if to and agency and agency[0] in table.exemptions["agencies"]:
        said = f"{head}{to}{agency[0]}"
    return duties().get(said)


def _after(words: list[str], openers: frozenset[str]) -> list[str]:
    """The words without those that only lead to a duty, the most of them."""
    for end in range(min(len(words) - 1, 4), 0, -1):
        if " ".join(words[:end]).lower() in openers:
            return _after(words[end:], openers)
    return words


def _before(words: list[str], relies: frozenset[str]) -> list[str]:
    """The words before those by which the sentence relies on a law, which stands at their end."""
    for size in range(min(len(words), 4), 0, -1):
        if " ".join(words[-size:]).lower().strip(",") in relies:
            words = words[:-size]
            break
    while words and words[-1] == ",":
        words = words[:-1]
    return [*words[:-1], words[-1].rstrip(",")] if words else words
