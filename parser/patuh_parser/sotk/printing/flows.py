"""The canonical text of a workflow."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from patuh_parser.sotk.forms import modal_words
from patuh_parser.sotk.lexing.means import key_of_means
from patuh_parser.sotk.lexing.periods import periods_of
from patuh_parser.sotk.lexing.times import time_of
from patuh_parser.sotk.model import Step, Workflow
from patuh_parser.sotk.parsing.acts import object_of
from patuh_parser.sotk.printing.phrases import Phrases, ended
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import ALONE, tables
from patuh_parser.text.dates import write_date
from patuh_parser.text.enumerated import enumerated

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
        steps = _sentence_of(flow.steps[at:])
        yield f"  {steps[0].number}. {_sentence(steps, phrases)}"
        at += len(steps)


def step_text(step: Step, phrases: Phrases) -> str:
    """Return one step as a sentence, without its number."""
    return _sentence([step], phrases)


def _sentence_of(steps: Sequence[Step]) -> Sequence[Step]:
    """The first steps, as many as one sentence says."""
    first, count = steps[0], 1
    while count < len(steps) and _same(first, steps[count]):
        count += 1
    return steps[:count]


def _same(one: Step, other: Step) -> bool:
    """Whether two steps are of one sentence: they differ in who does what to what."""
    return (
        replace(
            other, actor=one.actor, span=one.span, act=one.act, object=one.object,
            detail=one.detail, unjudged=one.unjudged, manners=one.manners, contents=one.contents,
            act_as=one.act_as, object_as=one.object_as, references=one.references,
            reported=one.reported, requested=one.requested, shapes=one.shapes,
            ordered_by=one.ordered_by, matters=one.matters,
            targets=one.targets if _mutual(one, other) else other.targets,
        ) == one
    )  # fmt: skip


def _mutual(one: Step, other: Step) -> bool:
    """Whether two do with each other, and with the same others, what is done so."""
    both = {one.act, other.act} <= tables().step_words["mutual"]
    apart = one.actor in other.targets and other.actor in one.targets
    return both and apart and {one.actor, *one.targets} == {other.actor, *other.targets}


def _sentence(steps: Sequence[Step], phrases: Phrases) -> str:
    step = steps[0]
    actors = list(dict.fromkeys(one.actor for one in steps))
    acts = [one for one in steps if one.actor == step.actor]
    words = [
        f"{step.opening}," if step.opening else "",
        step.actor_as[:1].upper() + step.actor_as[1:] or phrases.names(actors),
        step.role,
        modal_words(step.modality, step.negated).strip(),
        "langsung" if step.direct else "",
        *(words for words in step.adverbials if words in tables().early),
        enumerated(_acts(acts)),
    ]
    each_other = all(_mutual(step, other) for other in steps[1:]) and len(steps) > 1
    each_other = each_other or (step.targets == (step.actor,) and bool(step.actor_as))
    if step.parties or (step.targets and not each_other):
        words.append(_preposition(acts[-1]))
        words.append(", ".join(_who(step.parties, step.named, step.targets, phrases)))
    words += _qualified(step, phrases)
    return ended(" ".join(word for word in words if word))


def _who(parties: str, named: Sequence[str], every: Sequence[str], phrases: Phrases) -> list[str]:
    """The words that stand for units and those who are named beside them, or all by name."""
    if not parties:
        return [phrases.names(every)]
    beside = [unit for unit in named if unit in every]
    return [parties, *([phrases.names(beside)] if beside else [])]


def _acts(steps: Sequence[Step]) -> Iterator[str]:
    """Each act with its objects; verbs with the same objects stand together before these."""
    verbs: list[str] = []
    groups = [list(group) for _, group in groupby(steps, lambda step: (step.act, step.act_as))]
    for place, group in enumerate(groups):
        said = [_verb(step) for step in group]
        things = [_thing(step, thing) for step, (_, thing) in zip(group, said, strict=True)]
        if any(not thing for _, thing in said):
            yield from (
                f"{verb} {thing}".strip() for (verb, _), thing in zip(said, things, strict=True)
            )
            continue
        verbs.append(said[0][0])
        following = groups[place + 1] if place + 1 < len(groups) else ()
        if [(s.object, s.detail) for s in group] != [(s.object, s.detail) for s in following]:
            yield f"{enumerated(verbs)} {enumerated(things)}"
            verbs = []


def _thing(step: Step, thing: str) -> str:
    return " ".join(word for word in (thing, step.detail) if word).replace(" ,", ",").lstrip(" ")


def _qualified(step: Step, phrases: Phrases) -> Iterator[str]:
    """What stands behind the addressees."""
    yield phrases.through(step.via, step.ordered).strip()
    yield phrases.past(step.past).strip()
    lacking = zip(step.lacking, step.lacking_as, strict=True)
    groups = tables().stand_ins.values()  # their words are among those before
    for words, without in groupby(lacking, lambda pair: pair[1]):
        units = [key for key, _ in without if key not in groups]
        yield f"{words} {phrases.names(units)}" if units else words
    if step.coordinated_by:
        names = " dan ".join(phrases.station(place) for place in step.coordinated_by)
        yield f"dikoordinasikan oleh {names}"
    manners = tables().surfaces["manners"]
    alone = (ALONE,) if step.act in tables().acts_alone.values() else ()
    yield enumerated(manners[manner] for manner in dict.fromkeys((*step.manners, *alone)))
    if step.approved_by:
        yield f"atas persetujuan {phrases.names(step.approved_by)}"
    if step.hearing or step.hearing_parties:
        heard = _who(step.hearing_parties, step.hearing_named, step.hearing, phrases)
        yield " ".join(f"setelah mendengar {words}" for words in heard)
    if step.copies:
        yield f"dengan tembusan kepada {phrases.names(step.copies)}"
    if step.means:
        means = enumerated(_means(step))
        yield "dengan sarana " + (" atau ".join(means.rsplit(" dan ", 1)) if step.choice else means)
    said = step.periods_as
    if (
        said
        and set(periods_of(said) or ()) == set(step.periods)
        and step.time in (_timed(said), time_of(step.due))
    ):
        yield said
    else:
        times = tables().surfaces["times"]
        apart = step.time not in (None, time_of(step.due), time_of(step.opening))
        at_time = _each(times[step.time or ""]) if apart else ""
        told = set(periods_of(at_time) or ())
        periods = tables().surfaces["periods"]
        yield enumerated(periods.get(p, p) for p in step.periods if p not in told)
        yield at_time
    yield step.due
    if step.date is not None:
        yield f"pada tanggal {write_date(step.date)}"
    yield from (words for words in step.adverbials if words not in tables().early)
    yield step.text


def _each(time: str) -> str:
    """When in each year; what comes before or after a time says so by itself."""
    return (
        time if time.split()[0] in tables().step_words["opening_clauses"] else f"pada setiap {time}"
    )


def _timed(words: str) -> str | None:
    """When in the year the words of a period say."""
    times = tables().values["time"]
    return next((times[said] for said in times if words.endswith(said)), None)


def _means(step: Step) -> Iterator[str]:
    """The means as they were written, as long as they are still these."""
    surfaces = tables().surfaces["means"]
    for place, key in enumerate(step.means):
        words = step.means_as[place] if place < len(step.means_as) else ""
        yield words if words and (key_of_means(words) or words) == key else surfaces.get(key, key)


def _verb(step: Step) -> tuple[str, str]:
    """The words of the act, and those of the object unless the act's words name it."""
    bare = step.act if step.act in tables().plain_verbs else ""
    bare = bare or next((v for v, act in tables().acts_alone.items() if act == step.act), "")
    for words, (act, implied) in tables().verb_list.items():
        if act == step.act and step.act not in tables().plain_verbs:
            if implied is not None and implied == step.object and not step.act_as:
                return words, ""
            bare = bare or (words if implied is None else "")
    bare = _as_written(step, bare)
    thing = _object(step)
    if thing and bare == step.act_as and step.act in tables().step_words["about"]:
        thing = f"atas {thing}"  # "memberikan tanggapan atas usulan"
    return bare or step.act, thing


def _as_written(step: Step, usual: str) -> str:
    """The verb as it was written, as long as it still says this act."""
    if not step.act_as:
        return usual
    said = longest(tables().verbs, [*step.act_as.split(), *_object(step).split()])[1]
    order = step.act == "memerintah" and step.object in tables().step_words["beside_orders"]
    return step.act_as if order or said in ([step.act, None], [step.act, step.object]) else usual


def _object(step: Step) -> str:
    """The object as it was written, as long as it is still this."""
    words = step.object_as
    if words and object_of(words.split())[1] == step.object:
        return words
    return tables().surfaces["objects"].get(step.object or "", step.object or "")


def _preposition(step: Step) -> str:
    if step.toward or step.act in step.unjudged:
        return step.toward
    thing = step.object or step.detail
    if (step.act in _DIRECT or step.act in tables().plain_verbs) and not thing:
        return ""
    if step.act == "melakukan_observasi":
        return "pada"
    return "dengan" if step.act in tables().step_words["partnered"] else "kepada"
