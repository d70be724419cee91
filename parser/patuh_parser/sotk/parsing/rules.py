"""Sentences of STRUKTUR on what somebody must, may or need not do: rules, read as steps are.

"Kepala Dinas Sosial wajib membuat telaahan staf." is a rule in the words of a regulation. The rules
of a proposal make one workflow of the kind `ketentuan`, which is no procedure.
"""

from collections.abc import Sequence

from patuh_parser.sotk.diagnostic import Diagnostic
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.forms import RULES
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.limits import MOST_STEPS
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import span_of
from patuh_parser.sotk.parsing.syntax import Clause
from patuh_parser.sotk.parsing.workflows import RawWorkflow, WorkflowReader
from patuh_parser.sotk.vocabulary import longest, tables

_VERB_OF_ALUR = "E422"
_JOINING = frozenset({",", "dan", "serta"})


def _no_line(clause: Clause) -> bool:
    """Whether what is done is no line though STRUKTUR has the verb: to carry out something known,
    or done to those whom a head leads."""
    verb, *thing = clause.words
    if not tables().step_words["own_people"].isdisjoint(thing):
        return True
    obeying, guiding = tables().step_words["obeying"], tables().step_words["guiding"]
    while len(thing) > 1 and (thing[0] in guiding or thing[0] in _JOINING):
        del thing[0]  # "memantau dan mengevaluasi pelaksanaan kebijakan"
    of_things = verb in obeying or verb in guiding
    return of_things and longest(tables().objects, [word.lower() for word in thing])[0] > 0


class RuleReader:
    """Reads the sentences that STRUKTUR could not say, if they state a rule."""

    def __init__(self, names: NameFinder) -> None:
        self._errors = Diagnostics()
        self._flows = WorkflowReader(names, self._errors)
        self._steps: RawWorkflow | None = None
        self.mentions = self._flows.lexer.mentions

    def take(self, block: Block, slips: Sequence[Diagnostic]) -> bool:
        """Read a sentence with these slips as a rule; tell whether it is one."""
        if len(slips) != 1 or block.subject is not None or block.listed:
            return False
        title, named = tables().elsewhere["rules"][0], len(self.mentions)
        raw = self._steps or RawWorkflow(RULES, None, title, span_of(block.words))
        count = len(raw.steps)
        if count and raw.steps[-1][0] >= MOST_STEPS:
            return False
        self._flows.step(raw, count + 1, block.words)
        said = [step for step in raw.steps[count:] if step[1].modality or step[1].negated]
        known = slips[0].code == _VERB_OF_ALUR or all(_no_line(clause) for _, clause, _ in said)
        if self._errors.items or not said or not known:
            self._errors.items.clear()
            del raw.steps[count:], self.mentions[named:]
            return False
        raw.span = raw.span.to(said[-1][2])
        self._steps = raw
        return True

    def read(self) -> list[RawWorkflow]:
        """Return the workflow of the rules, if there are any."""
        return [] if self._steps is None else [self._steps]
