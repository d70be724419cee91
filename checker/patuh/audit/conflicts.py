"""Whether norms of one regulation demand what one unit cannot do both of."""

from patuh.audit.report import Defect, Part
from patuh.engine.solving.answers import derived
from patuh.knowledge.programs import Program, norms
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import kb_root

RULES = "audit/pertentangan.lp"


def conflicts() -> Part:
    """The norms of each regulation under the rules of `kb/audit/pertentangan.lp`."""
    rules = Program(RULES, (kb_root() / RULES).read_text(encoding="utf-8"))
    defects: list[Defect] = []
    looked_at = 0
    for law in regulations():
        facts = f"peraturan({law.id})."
        looked_at += len(derived([*norms(law.id), rules], facts, "norma_ditimbang", 2))
        for found in derived([*norms(law.id), rules], facts, "pertentangan", 7):
            names = ("regulation", "kind", "unit", "demand", "counter", "provision", "other")
            said = {key: _text(value) for key, value in zip(names, found.arguments, strict=True)}
            defects.append(Defect("conflict", said))
    return Part("conflicts", looked_at, tuple(defects))


def _text(value: object) -> str:
    """A term for people: compounds with their arguments after the name."""
    if isinstance(value, tuple):
        name, arguments = value
        return f"{name}({', '.join(map(_text, arguments))})"
    return str(value)
