"""The provisions as the knowledge base quotes them, block by block.

Every block of a `pasal_NN.lp` opens with `%% label [id]` and the verbatim text in `%  ` lines.
The ledger test proves that these quotations equal the regulation, so that findings can quote
the law without reading the whole regulation again.
"""

import re
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from patuh.knowledge.programs import Program, hash_of_programs, higher_norms, norms
from patuh.knowledge.root import kb_folder, of_kb
from patuh_parser.disk import Place
from patuh_parser.stored import code_of, stored

_HEAD = r"%% (?P<label>.+) \[(?P<id>[a-z0-9.-]+)\]$"
_UNTESTED = r'ketentuan_tak_diuji\(\s*\w+\s*,\s*"([^"]+)"\s*,\s*(\w+)\s*\)'


class Quotation(Struct, frozen=True, array_like=True):
    """A provision with its text and the rules that stand under it."""

    regulation: str
    id: str
    label: str
    text: str
    encoding: str
    file: str
    line: int


@of_kb
def quotations(regulation_id: str, root: Place | None = None) -> dict[str, Quotation]:
    """All quoted provisions of a regulation by id, in the order of the articles."""
    base = kb_folder(root)
    every = (*higher_norms(regulation_id, base), *norms(regulation_id, base))
    made_of: tuple[str | bytes, ...] = code_of(__file__), regulation_id, hash_of_programs(every)
    return stored(
        "quotations", dict[str, Quotation], made_of, lambda: _quotations(regulation_id, every)
    )


def _quotations(regulation_id: str, programs: tuple[Program, ...]) -> dict[str, Quotation]:
    found: dict[str, Quotation] = {}
    for program in programs:
        for quotation in blocks(regulation_id, program.name, program.text):
            if quotation.id in found:
                both = (found[quotation.id].encoding, quotation.encoding)
                quotation = replace(quotation, encoding="\n".join(both))
            found[quotation.id] = quotation
    return found


@of_kb
def provisions(regulation_id: str, root: Place | None = None) -> frozenset[str]:
    """The ids of all provisions of a regulation: every leaf is quoted, so these and those above."""
    return frozenset(
        provision
        for leaf in quotations(regulation_id, root)
        for provision in accumulate(leaf.split("."), "{}.{}".format)
    )


@of_kb
def untested(regulation_id: str, root: Place | None = None) -> dict[str, str]:
    """The leaves that no check tests, each with the constant that names the reason."""

    def make() -> dict[str, str]:
        return {
            leaf: reason
            for quotation in quotations(regulation_id, root).values()
            for leaf, reason in re.findall(_UNTESTED, quotation.encoding)
        }

    programs = norms(regulation_id, kb_folder(root))
    return stored("untested", dict[str, str], [code_of(__file__), hash_of_programs(programs)], make)


def blocks(regulation_id: str, file: str, text: str) -> list[Quotation]:
    """The blocks of one file of a regulation, in order."""
    found: list[Quotation] = []
    head: re.Match[str] | None = None
    start, quoted, rules = 0, [], []  # type: tuple[int, list[str], list[str]]

    def close() -> None:
        if head is not None:
            found.append(
                Quotation(
                    regulation_id,
                    head["id"],
                    head["label"],
                    " ".join(quoted),
                    "\n".join(rules).strip(),
                    file,
                    start,
                )
            )

    for number, line in enumerate(text.split("\n"), 1):
        if match := re.match(_HEAD, line):
            close()
            head, start, quoted, rules = match, number, [], []
        elif line.startswith("%  ") and not rules:
            quoted.append(line[3:].strip())
        elif head is not None and (line.strip() or rules):
            rules.append(line)
    close()
    return found
