"""What a new proposal starts from: a template by kind, in the words of the regency's regulation."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, convert

from patuh.knowledge.names import display_names
from patuh.knowledge.norms import constants, norms
from patuh.knowledge.regulations import Regulation, applicable
from patuh.knowledge.root import kb_root, of_kb
from patuh.messages import fill, holes
from patuh_parser.stored import toml

OF_A_BASE = "change"
"""The kind that names another proposal."""
_LIES_IN = " pada "


class Template(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `kb/templates.toml`."""

    text: str
    unit: str = ""
    block: str = ""
    empty: str = ""
    groups: Mapping[str, str] = {}


@of_kb
def templates() -> dict[str, Template]:
    """The templates by kind."""
    return convert(toml(kb_root() / "templates.toml"), dict[str, Template])


def proposal(kind: str, law: Regulation, unit: str | None = None, base: str | None = None) -> str:
    """The text of a new proposal under a regulation.

    `unit` takes the place of the one that the template names; `base` is the proposal that is
    changed. Raises KeyError for a kind that there is not.
    """
    template = templates()[kind]
    name = unit or template.unit
    own, _, host = name.partition(_LIES_IN)
    names = display_names(kb_root(), [law.id])
    official = [names[one] for one in constants([law.id], "asisten_resmi", 1)]
    listed = [names[a] for _, (_, a, _, one, _) in norms(law.id, "daftar") if one == name]
    values: dict[str, Sequence[str]] = {
        "unit": [name],
        "own": [own],
        "host": [host] if host else [],
        "region": [law.region],
        "law": [law.cited] if law in applicable(law.region) else [],
        "base": [base] if base else [],
        "support": [""] if norms(law.id, "tugas_sekretariat_daerah") else [],
        "staff": [names[one] for one in constants([law.id], "bidang_staf_ahli", 1)],
        "coordinator": listed,
        "choice": [] if listed else official,
        "open": [""] if official and not listed else [],
        "listed": [_listed(template, law, names)] if template.block else [],
    }
    return "\n".join(line for row in _lines(template.text) for line in filled(row, values)) + "\n"


def _lines(text: str) -> list[str]:
    return text.strip("\n").split("\n")


def filled(row: str, values: Mapping[str, Sequence[str]]) -> list[str]:
    """A line for each value of the hole that has several; none if one has no value."""
    wanted = {hole: values[hole] for hole in holes(row)}
    count = min((len(found) for found in wanted.values()), default=1)
    most = max((len(found) for found in wanted.values()), default=1) if count else 0
    return [
        fill(row, {hole: found[at % len(found)] for hole, found in wanted.items()})
        for at in range(most)
    ]


def _listed(template: Template, law: Regulation, names: Mapping[str, str]) -> str:
    """Each Asisten with the units that the list of the regulation has under it."""
    every = norms(law.id, "daftar")
    blocks: list[str] = []
    for asisten in constants([law.id], "asisten_resmi", 1):
        rows: list[str] = []
        for group, heading in template.groups.items():
            units = [one for _, (_, a, g, one, _) in every if (a, g) == (asisten, group)]
            rows += [heading, *(f"    - {unit}" for unit in units)] if units else []
        groups = "\n".join(rows) or template.empty
        blocks.append(fill(template.block, {"name": names[asisten], "groups": groups}))
    return "\n\n".join(blocks)
