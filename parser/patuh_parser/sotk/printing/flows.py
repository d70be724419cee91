"""The canonical text of a workflow."""

from collections.abc import Iterator

from msgspec.structs import replace

from patuh_parser.sotk.model import Step, Workflow
from patuh_parser.sotk.printing.phrases import Phrases, ended, enumerated, modal
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.dates import write_date

_WITH = frozenset(
    {
        "membahas_bersama", "menandatangani", "menyepakati", "melakukan_pinjaman",
        "meninjau_kelayakan", "menerima_pinjaman", "berkoordinasi", "berkonsultasi",
        "mengoordinasikan_penyelesaian", "mengadakan_rapat", "memimpin_rapat", "bermusyawarah",
    }
)  # fmt: skip
_DIRECT = frozenset({"mendengar", "mengundang", "mengoordinasikan", "memerintah"})


def flow_lines(flow: Workflow, phrases: Phrases) -> Iterator[str]:
    """Yield the lines of a workflow."""
    kinds = {value: words for words, value in reversed(list(tables().kinds.items()))}
    yield f'ALUR {kinds[flow.kind, flow.scope]} "{flow.title}"'
    for attribute in flow.attributes:
        value = "; ".join(map(phrases.name, attribute.units)) if attribute.units else attribute.text
        yield f"  {attribute.keyword}: {value}"
    at = 0
    while at < len(flow.steps):
        step = flow.steps[at]
        actors = [step.actor]
        while at + 1 < len(flow.steps) and _same(step, flow.steps[at + 1]):
            at += 1
            actors.append(flow.steps[at].actor)
        yield f"  {step.number}. {_sentence(actors, step, phrases)}"
        at += 1


def step_text(step: Step, phrases: Phrases) -> str:
    """Return one step as a sentence, without its number."""
    return _sentence([step.actor], step, phrases)


def _same(one: Step, other: Step) -> bool:
    return one.number == other.number and replace(other, actor=one.actor, span=one.span) == one


def _sentence(actors: list[str], step: Step, phrases: Phrases) -> str:
    verb, thing = _verb(step)
    words = [
        phrases.names(actors),
        modal(step).strip(),
        "langsung" if step.direct else "",
        verb,
        thing,
    ]
    if step.targets:
        words += [_preposition(step, thing), phrases.names(step.targets)]
    words.append(phrases.through(step.via, step.ordered).strip())
    if step.coordinated_by:
        names = " dan ".join(phrases.station(place) for place in step.coordinated_by)
        words.append(f"dikoordinasikan oleh {names}")
    if step.means:
        surfaces = tables().surfaces["means"]
        words.append("dengan sarana " + enumerated([surfaces.get(m, m) for m in step.means]))
    if step.date is not None:
        words.append(f"pada tanggal {write_date(step.date)}")
    return ended(" ".join(word for word in words if word))


def _verb(step: Step) -> tuple[str, str]:
    """The words of the act, and those of the object unless the act's words name it."""
    bare = ""
    for words, (act, implied) in tables().verb_list.items():
        if act == step.act:
            if implied is not None and implied == step.object:
                return words, ""
            if implied is None:
                bare = bare or words
    thing = tables().surfaces["objects"].get(step.object or "", step.object or "")
    return bare or step.act, thing


def _preposition(step: Step, thing: str) -> str:
    if step.act in _DIRECT and not thing:
        return ""
    if step.act == "melakukan_observasi":
        return "pada"
    return "dengan" if step.act in _WITH else "kepada"
