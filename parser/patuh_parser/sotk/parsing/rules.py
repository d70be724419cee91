"""Sentences of STRUKTUR on what somebody does, must, may or need not do: rules, read as steps are.

"Kepala Dinas Sosial wajib membuat telaahan staf." is a rule in the words of a regulation. The rules
of a proposal make one workflow of the kind `ketentuan`, which is no procedure. What asks for other
steps, such as an order, is a rule only if it is commanded, allowed or denied, or a report that
nothing bounds: else it belongs in ALUR, where those steps are looked for.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from patuh_parser.sotk.diagnostic import Diagnostic
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.forms import RULES
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.limits import MOST_STEPS
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import span_of
from patuh_parser.sotk.parsing.plain_tasks import of_a_thing
from patuh_parser.sotk.parsing.syntax import Clause
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import tables

if TYPE_CHECKING:
    from patuh_parser.sotk.parsing.acts import Act
    from patuh_parser.sotk.parsing.workflows import RawWorkflow, WorkflowReader

_VERB_OF_ALUR = "E422"
_SEVERAL = "E511"


@cache
def _acts(kind: str) -> frozenset[tuple[str, str | None]]:
    """The acts of a list of verb phrases, each with its object."""
    found = set()
    for phrase in tables().step_words[kind]:
        words = phrase.split()
        end, (act, thing) = longest(tables().verbs, words)
        found.add((act, longest(tables().objects, words, end)[1] or thing))
    return frozenset(found)


def _no_line(clause: Clause) -> bool:
    """Whether what is done is no line though STRUKTUR has the verb: to carry out something known,
    or done to those whom a head leads."""
    words = tables().step_words
    if not words["own_people"].isdisjoint(clause.words[1:]):
        return True
    known = words["obeying"] | words["guiding"] | words["of_things"]
    return of_a_thing(clause.words, known)


def _is_bounded(clause: Clause, acts: Sequence["Act"]) -> bool:
    """Whether words that are kept as text may say when, how, or how far it is done."""
    said = " ".join([clause.text, *(act.detail for act in acts)])
    return clause.manner.only or not tables().step_words["bounding"].isdisjoint(said.split())


def _nothing_more(clause: Clause, acts: Sequence["Act"]) -> bool:
    """Whether it is co-ordination, and nothing is kept as text of it."""
    return not clause.text and all(
        (act.act, None) in _acts("of_all") and not act.detail for act in acts
    )


def _of_a_relation(text: str) -> bool:
    """Whether a text that is kept says how units work together, which a line says or nothing."""
    pattern = tables().pattern_words
    return any(f" {words} " in f" {text} " for words in pattern["of_relations"])


class RuleReader:
    """Reads the sentences that STRUKTUR could not say, if they state a rule."""

    def __init__(self, names: NameFinder) -> None:
        self._names = names
        self._errors = Diagnostics()
        self._flows: WorkflowReader | None = None
        self._steps: RawWorkflow | None = None
        self.mentions: list[Mention] = []

    def _reader(self) -> "WorkflowReader":
        """The reader of steps, which few structures need."""
        if self._flows is None:
            from patuh_parser.sotk.parsing.workflows import WorkflowReader

            self._flows = WorkflowReader(self._names, self._errors)
            self._flows.lexer.mentions = self.mentions
        return self._flows

    def left(self, block: Block, slips: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """Read a sentence with these slips as a rule; the slips that are left, none if it is one.

        Of a sentence that states several rules it is that they are to be said one by one (E511).
        """
        if len(slips) != 1 or block.listed:
            return slips
        from patuh_parser.sotk.parsing.workflows import RawWorkflow

        words = [*(block.subject or ()), *block.words]
        title, named = tables().elsewhere["rules"][0], len(self.mentions)
        raw = self._steps or RawWorkflow(RULES, None, title, span_of(words))
        count = len(raw.steps)
        if count and raw.steps[-1][0] >= MOST_STEPS:
            return slips
        self._reader().step(raw, count + 1, words)
        place = span_of(block.words)
        said = [(number, clause, place) for number, clause, _ in raw.steps[count:]]
        raw.steps[count:] = said
        of_alur = slips[0].code == _VERB_OF_ALUR
        rules = all(self._is_rule(clause, of_alur) for _, clause, _ in said)
        if self._errors.items or not rules:
            said = []
        if not said:
            several = [slip for slip in self._errors.items if slip.code == _SEVERAL]
            self._errors.take_back(0)
            del raw.steps[count:], self.mentions[named:]
            return several if of_alur and several else slips
        raw.span = raw.span.to(said[-1][2])
        self._steps = raw
        return ()

    def state(self) -> tuple[int, int]:
        """How many steps and mentions there are."""
        return len(self._steps.steps) if self._steps else 0, len(self.mentions)

    def known_since(self, state: tuple[int, int]) -> bool:
        """Whether there are steps behind the first so many, all of which do something known to
        something known, or what is done with others."""
        from patuh_parser.sotk.parsing.acts import read_acts

        steps = self._steps.steps[state[0] :] if self._steps is not None else []
        partnered = tables().step_words["partnered"]
        acts = [act for _, clause, _ in steps for act in read_acts(clause, self._errors)]
        known = all((act.object or act.act in partnered) and not act.unjudged for act in acts)
        return bool(acts) and known

    def take_back(self, state: tuple[int, int]) -> None:
        """Forget all but the first so many steps and mentions."""
        steps, named = state
        if self._steps is not None:
            del self._steps.steps[steps:]
            self._steps = self._steps if steps else None
        del self.mentions[named:]

    def _is_rule(self, clause: Clause, of_alur: bool) -> bool:
        """Whether a step states a rule, and STRUKTUR cannot have meant a line by it."""
        from patuh_parser.sotk.parsing.acts import read_acts

        acts = read_acts(clause, self._errors)
        weakened = clause.modality is not None or clause.negated
        if any(slip.code == _SEVERAL for slip in self._errors.items):
            return False
        if not weakened and any(_of_a_relation(act.detail) for act in acts):
            return False
        if weakened and (of_alur or _no_line(clause)):
            return True
        verbs, of_thing = tables().surfaces["verbs"], _no_line(clause)
        known = all((act.act in verbs or of_thing) and not act.unjudged for act in acts)
        lines = all((act.act, None) in _acts("of_lines") for act in acts)
        if lines and clause.acting and not clause.targets and _nothing_more(clause, acts):
            return True  # of all with each other, which no line says
        if not known or (lines and not clause.means):
            return False
        asking = _acts("asking")
        if _is_bounded(clause, acts):
            asking |= _acts("bounded_asking")
        asked = any(not asking.isdisjoint({(act.act, act.object), (act.act, None)}) for act in acts)
        denied = clause.lacking or clause.manner.without
        only = tables().periods["period_words"]["only"]
        limited = any(said.startswith(f"{word} ") for said in clause.periods_as for word in only)
        return bool(weakened or clause.approved or denied or limited or not asked)

    def read(self) -> "list[RawWorkflow]":
        """Return the workflow of the rules, if there are any."""
        return [] if self._steps is None else [self._steps]
