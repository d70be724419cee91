"""What a regulation of a region and national law say that nobody can obey at once."""

from collections.abc import Iterator

from msgspec import Struct

from patuh.audit import places
from patuh.checking import check
from patuh.engine.solving.answers import derived
from patuh.finding import Finding, Result, Value
from patuh.knowledge.names import known_under
from patuh.knowledge.norms import norms
from patuh.knowledge.programs import Program, programs
from patuh.knowledge.regulations import Regulation, national, regulations
from patuh.knowledge.root import kb_root
from patuh_parser.stored import toml

RULES = "audit/jenjang"
"""The rules beside the sentences of their kinds, below `kb/`."""
Leaf = tuple[str, str]
"""A regulation and a provision of it, by their ids."""


class Conflict(Struct, frozen=True):
    """A contradiction: its kind, the terms of its sentence, and the provisions of both sides."""

    kind: str
    terms: dict[str, Value]
    lower: tuple[Leaf, ...]
    higher: tuple[Leaf, ...]
    witness: Result | None = None
    """A stored proposal on which a finding cites both."""

    @property
    def finding(self) -> Finding | None:
        """The finding on the witness that cites both sides."""
        return _citing(self, self.witness) if self.witness is not None else None


def between_levels() -> tuple[Conflict, ...]:
    """All of them, by the rules of `kb/audit/jenjang.lp`, each with a witness if one is stored."""
    folder = sorted(places.conflicts().glob("*.sotk"))
    above = places.conflicts().parent.parent
    results = [check(path.read_bytes(), str(path.relative_to(above))) for path in folder]
    found: list[Conflict] = []
    for law in regulations():
        for one in _of(law):
            shown = (result for result in results if _citing(one, result))
            found.append(Conflict(one.kind, one.terms, one.lower, one.higher, next(shown, None)))
    return tuple(found)


def sentence(kind: str, lang: str) -> str:
    """The sentence of a kind, with its terms in braces."""
    return str(toml(kb_root() / f"{RULES}.toml")[kind][lang])


def _of(law: Regulation) -> Iterator[Conflict]:
    path = kb_root() / f"{RULES}.lp"
    rules = Program(path.name, path.read_text(encoding="utf-8"))
    sorts = {name.key: name.sort for name in known_under((law,)).names}
    listed = {values[3] for _, values in norms(law.id, "daftar")}
    facts = [f"peraturan({law.id}).", *(f"hukum_nasional({one.id})." for one in national())]
    facts += [f'unit("{name}",{sorts[name]}).' for name in sorted(listed) if name in sorts]
    sides: dict[str, tuple[Conflict, dict[Leaf, None]]] = {}
    for atom in derived([*programs([law.id]), rules], "\n".join(facts), "pertentangan_jenjang", 6):
        lower, kind, terms, provision, higher, of_higher = atom.arguments
        leaf, above = (str(lower), str(provision)), (str(higher), str(of_higher))
        said = dict(_named(terms))
        one = Conflict(str(kind), said, (), (above,))
        sides.setdefault(f"{kind} {terms} {above}", (one, {}))[1][leaf] = None
    for one, leaves in sides.values():
        yield Conflict(one.kind, one.terms, tuple(leaves), one.higher)


def _named(terms: Value) -> Iterator[tuple[str, Value]]:
    """The terms of a tuple such as `(unit(U), kelas(K))` by name."""
    for one in terms[1] if isinstance(terms, tuple) else ():
        if isinstance(one, tuple):
            yield one[0], one[1][0]


def _citing(conflict: Conflict, result: Result) -> Finding | None:
    for finding in result.findings:
        leaves = {(one.regulation, one.provision) for one in finding.citations}
        if leaves & {*conflict.lower} and {*conflict.higher} <= leaves:
            return finding
    return None
