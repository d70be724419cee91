"""Sentences for those who do not write them: a unit, its kind, its superior, its Asisten."""

from collections.abc import Sequence

from msgspec import Struct, convert

from patuh.knowledge.names import display_names
from patuh.knowledge.norms import constants
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root, of_kb
from patuh.knowledge.territory.regions import in_words_of
from patuh.scaffold.proposal import filled
from patuh_parser.stored import toml


class UnitKind(Struct, frozen=True, forbid_unknown_fields=True):
    """Units whose names begin with one of `words`; `superior` is what they mostly hang below."""

    words: tuple[str, ...]
    superior: str
    lines: tuple[str, ...]


class Sentences(Struct, frozen=True, forbid_unknown_fields=True):
    """`kb/sentences.toml`: the kinds in the order of a form, and further lines to offer."""

    kind: tuple[UnitKind, ...]
    further: tuple[str, ...]

    def forms(self) -> tuple[str, ...]:
        """Every line once, with its holes."""
        lines = [line for kind in self.kind for line in kind.lines]
        return tuple(dict.fromkeys((*lines, *self.further)))


@of_kb
def sentences() -> Sentences:
    """The table."""
    return convert(toml(kb_root() / "sentences.toml"), Sentences)


def assistants(law: Regulation) -> tuple[str, ...]:
    """The Asisten that a regulation has, by their names."""
    names = display_names(kb_root(), [law.id])
    return tuple(names[key] for key in constants([law.id], "asisten_resmi", 1))


def unit_sentences(
    word: str, name: str, law: Regulation, superior: str = "", assistant: str = ""
) -> tuple[str, ...]:
    """What a proposal says of a unit of the kind whose names begin with `word`.

    The word is put before a name without it. Raises KeyError for a word that begins no kind.
    """
    kinds = {first: kind for kind in sentences().kind for first in kind.words}
    kind = kinds[word]
    unit = " ".join(name.split())
    unit = unit if unit.casefold().startswith(word.casefold()) else f"{word} {unit}".strip()
    above = " ".join(superior.split()) or in_words_of(law.region, kind.superior)
    values: dict[str, Sequence[str]] = {
        "unit": [unit],
        "superior": [above] if above else [],
        "assistant": [assistant] if assistant else [],
    }
    lines = [line for row in kind.lines for line in filled(row, values)]
    return tuple(lines or [f"{unit}."])
