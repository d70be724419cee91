"""The predicates as they are documented where they are introduced.

    %*! naik(R, X, Y)
    What it means, in English, where the clauses do not say it all.
    id: {Y} berada di atas {X}
    en: {Y} stands above {X} *%

`id:` and `en:` are its clause in proofs; `{Y}` stands for the argument of that name.
"""

import re
from pathlib import Path

from msgspec import Struct

from patuh.knowledge.programs import Program, drafting_programs, programs
from patuh.knowledge.root import kb_root, of_kb
from patuh.messages import Lang

_BLOCK = re.compile(r"%\*! *(?P<heads>[a-z]\w*[^\n*]*?) *(?:\n(?P<body>.*?))?\s*\*%", re.DOTALL)
_HEAD = re.compile(r"([a-z]\w*)(?:\(([^()]*)\))?")
_HEADS = re.compile(rf"{_HEAD.pattern}(?:, {_HEAD.pattern})*")
_CLAUSE = re.compile(r"(?m)^(id|en): (.*)\n?")
_HOLE = re.compile(r"\{(\w+)\}")


class Predicate(Struct, frozen=True, eq=False):
    """A predicate with the names of its arguments; `clauses` by language, as written."""

    name: str
    arguments: tuple[str, ...]
    file: str
    meaning: str
    clauses: dict[str, str]

    def __str__(self) -> str:
        return f"{self.name}/{len(self.arguments)}"

    def holes(self, lang: Lang) -> set[str]:
        """The names in braces of its clause."""
        return set(_HOLE.findall(self.clauses.get(lang, "")))

    def template(self, lang: Lang) -> str | None:
        """The clause for `str.format` with the arguments in order; other braces stand for
        themselves."""
        clause = self.clauses.get(lang)
        if clause is None:
            return None
        text = clause.replace("{", "{{").replace("}", "}}")
        for place, name in enumerate(self.arguments):
            text = text.replace(f"{{{{{name}}}}}", f"{{{place}}}")
        return text


@of_kb
def predicates(root: Path | None = None) -> dict[str, Predicate]:
    """Every predicate of vocabulary, checks and drafting that is documented, by "naik/3"."""
    base = root or kb_root()
    found: dict[str, Predicate] = {}
    for program in (*programs((), base), *drafting_programs(base)):
        for predicate in _of(program):
            found.setdefault(str(predicate), predicate)
    return found


@of_kb
def clauses(lang: Lang, root: Path | None = None) -> dict[str, str]:
    """The templates of all predicates that have a clause in the language."""
    templates = {key: one.template(lang) for key, one in predicates(root).items()}
    return {key: template for key, template in templates.items() if template is not None}


def _of(program: Program) -> list[Predicate]:
    found: list[Predicate] = []
    for block in _BLOCK.finditer(program.text):
        if _HEADS.fullmatch(block["heads"]):
            body = block["body"] or ""
            said = dict(_CLAUSE.findall(body))
            meaning = " ".join(_CLAUSE.sub("", body).split())
            for name, written in _HEAD.findall(block["heads"]):
                arguments = tuple(filter(None, re.split(r",\s*", written)))
                found.append(Predicate(name, arguments, program.name, meaning, said))
    return found
