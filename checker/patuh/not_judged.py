"""What a proposal says that no check asks about, by its lines: told in every report."""

import re
from collections.abc import Iterator

from patuh.finding import Told
from patuh.knowledge.names import display_names
from patuh.knowledge.root import kb_folder
from patuh_parser.sotk.forms import RULES
from patuh_parser.sotk.model import Proposal, Task
from patuh_parser.sotk.model import Told as ToldSentence
from patuh_parser.sotk.vocabulary import is_verb, tables

_TASK = "tugas_pihak_lain"
_HELPS = r"(?:wajib |untuk )*membantu "
_WORD = r"[\w-]+"


def not_judged(proposal: Proposal) -> tuple[Told, ...]:
    """Return what the report tells of a proposal, a kind once with its lines."""
    lines: dict[str, list[int]] = {"karakter": list(proposal.pasted)} if proposal.pasted else {}
    for statement in proposal.statements:
        if isinstance(statement, ToldSentence):
            lines.setdefault(statement.kind, []).append(statement.span.line)
    rules = [flow for flow in proposal.workflows if flow.kind == RULES]
    if said := [step.span.line for flow in rules for step in flow.steps]:
        lines[RULES] = list(dict.fromkeys(said))
    if tasks := list(_tasks_with_others(proposal)):
        lines[_TASK] = tasks
    told = [Told(kind, tuple(found)) for kind, found in lines.items()]
    return (*told, *_judged_elsewhere(proposal))


def _tasks_with_others(proposal: Proposal) -> Iterator[int]:
    """Lines of tasks whose text does something with somebody else: a line or a step in substance.

    A verb that no check asks about ("menyusun …") makes it none, nor does help for somebody.
    """
    texts = [one for one in proposal.statements if isinstance(one, Task) and " " in one.task]
    if not texts:
        return
    plain = tables().plain_verbs
    said = {at: re.findall(_WORD, one.task) for at, one in enumerate(texts)}
    doing = [
        at
        for at, found in said.items()
        if not re.match(_HELPS, texts[at].task)
        and any(is_verb(word) and word not in plain for word in found)
    ]
    if not doing:
        return
    names = {unit.key: unit.name for unit in proposal.units}
    others = {*display_names(kb_folder()).values(), *names.values()}
    for at in doing:
        whole, own = f" {' '.join(said[at])} ", names.get(texts[at].unit)
        if any(f" {name} " in whole for name in others if name != own):
            yield texts[at].span.line


def _judged_elsewhere(proposal: Proposal) -> Iterator[Told]:
    """Steps whose object is judged in workflows of another kind only: a report in a `kegiatan`."""
    words = tables()
    sorts = {unit.key: unit.sort for unit in proposal.units}
    lines: dict[tuple[str, str, str], list[int]] = {}
    for flow in proposal.workflows:
        for step in flow.steps:
            what = step.object or ""
            of_actor = words.judged_in.get(f"{sorts.get(step.actor)} {what}", ())
            kinds = words.judged_in.get(what, of_actor)
            if kinds and flow.kind != RULES and flow.kind not in {words.kinds[k][0] for k in kinds}:
                lines.setdefault((what, flow.kind, kinds[0]), []).append(step.span.line)
    for (what, kind, needed), found in lines.items():
        written = next(name for name, (known, _) in words.kinds.items() if known == kind)
        data = (("object", what.replace("_", " ")), ("kind", written), ("needed", needed))
        yield Told("jenis_lain", tuple(found), data)
