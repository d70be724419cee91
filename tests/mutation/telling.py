"""What `tests/kb/test_told.py` notices of a change in `kb/messages/`.

The findings of a case do not change with the words: they are told anew, and not derived.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import clingo
from families import CASES, NATIONAL

from mutation.cases import Case
from mutation.proposals import written
from mutation.tables import TableMutant
from mutation.views import Row, told
from patuh.knowledge.root import kb_root, use

_FINDING = "temuan "
_NUMBER = clingo.Number(0)


class Telling:
    """The written cases that have findings, and what is told of these."""

    def __init__(self) -> None:
        self._told = [
            (check, case, rows, told(rows, case.shown))
            for case in written([*CASES, *NATIONAL])
            for check, rows in _findings(case)
        ]

    def noticed(self, mutants: Iterable[TableMutant]) -> Iterator[tuple[TableMutant, str]]:
        """The mutants of messages that a case notices, each with the first that does."""
        with TemporaryDirectory() as folder:
            root = Path(copytree(kb_root(), Path(folder) / "kb"))
            for mutant in mutants:
                path = root / Path(mutant.file).relative_to("kb")
                text = path.read_text(encoding="utf-8")
                path.write_text(mutant.text, encoding="utf-8")
                with use(root):
                    name = next(self._otherwise(mutant), None)
                path.write_text(text, encoding="utf-8")
                if name is not None:
                    yield mutant, name

    def _otherwise(self, mutant: TableMutant) -> Iterator[str]:
        wanted = mutant.row.section.split(".")[0]
        every = {check for check, *_ in self._told}
        for check, case, rows, said in self._told:
            concerned = check == wanted or wanted not in every  # any, of a table of words
            if concerned and told(rows, case.shown) != said:
                yield case.name


def _findings(case: Case) -> Iterator[tuple[str, list[Row]]]:
    for name, atoms in case.atoms.items():
        if name.startswith(_FINDING):
            terms = (clingo.parse_term(f"({text})").arguments for text in atoms)
            yield name.removeprefix(_FINDING), [(_NUMBER, *term) for term in terms]
