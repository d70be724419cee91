"""ALUR parts to the workflows of the model."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from patuh_parser.sotk import model as m
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.forms import RULES
from patuh_parser.sotk.lexing.means import key_of_means
from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.lexing.times import time_of
from patuh_parser.sotk.limits import MOST_STATEMENTS
from patuh_parser.sotk.parsing.acts import Act, read_acts
from patuh_parser.sotk.parsing.attributes import AttributeReader
from patuh_parser.sotk.parsing.syntax import Clause
from patuh_parser.sotk.parsing.workflows import RawWorkflow
from patuh_parser.sotk.resolving.bounds import unjudged_bound
from patuh_parser.sotk.resolving.stages import forgone, stages
from patuh_parser.sotk.resolving.statements import station
from patuh_parser.sotk.resolving.texts import (
    concerned,
    contents,
    matters,
    only,
    ordered,
    perhaps_approved,
    references,
    reported,
    requested,
    shapes,
    unheeded,
)
from patuh_parser.sotk.resolving.units import Units, is_denied
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import ALONE, party, tables
from patuh_parser.text.span import Span


class WorkflowBuilder:
    """Makes workflows; counts what their steps say over all of them."""

    def __init__(self, units: Units, errors: Diagnostics) -> None:
        self.units = units
        self.errors = errors
        self._said = 0
        self._rule = False
        """The workflow is a rule, and no procedure with its actors."""

    def build(self, raw: RawWorkflow, number: int) -> m.Workflow:
        """Return the workflow with its names resolved."""
        titles = self.units.titles
        titles.about, titles.subjects, titles.group, titles.upward = (), (), None, False
        self._rule = raw.kind == RULES
        attributes = tuple(self._attribute(reader) for reader in raw.readers)
        titles.subjects = [unit for a in attributes if a.keyword == "subjek" for unit in a.units]
        named = {attribute.keyword: attribute.units for attribute in attributes}
        subjects = max((len(reader.mentions) for reader in raw.readers), default=0)
        steps: list[m.Step] = []
        for place, clause, span in raw.steps:
            if not self._room(subjects, clause, span):
                break
            acts = _meant_in(raw.kind, read_acts(clause, self.errors))
            steps.extend(self._step(place, clause, acts, span, named))
        return m.Workflow(
            number, raw.kind, raw.scope, raw.title, attributes, tuple(steps), raw.span
        )

    def _attribute(self, reader: AttributeReader) -> m.Attribute:
        keys = tuple(dict.fromkeys(self.units.resolve(mention) for mention in reader.mentions))
        text = "" if reader.sort == "units" else reader.text
        return m.Attribute(reader.keyword, text, reader.values, keys, reader.span)

    def _room(self, subjects: int, clause: Clause, span: Span) -> bool:
        """Count what a step says for each subject; notes the first that is too much (E513)."""
        if self._said > MOST_STATEMENTS:
            return False
        through = clause.manner.through
        stations = len(through.stations) if through is not None else 0
        most = max(stations, len(clause.targets), len(clause.coordinated), len(clause.means), 1)
        words = clause.words
        acts = 1 + words.count(",") + words.count("dan") + words.count("serta")
        self._said += max(subjects, 1) * max(len(clause.actors), 1) * most * acts
        if self._said > MOST_STATEMENTS:
            self.errors.add("E513", span, str(MOST_STATEMENTS))
            return False
        return True

    def _step(
        self,
        number: int,
        clause: Clause,
        acts: Sequence[Act],
        span: Span,
        named: Mapping[str, tuple[str, ...]],
    ) -> list[m.Step]:
        self.units.titles.about = ()
        if clause.negated or (clause.modality and self._rule):
            clause = self._of_any(clause)
        actors = self._keys(clause.actors)
        if clause.acting:
            actors = (*actors, *self._acting(clause, named, span))
        self.units.titles.about = actors
        unknown = [words for _, words in clause.means if key_of_means(words) is None]
        said = self._fields(clause, named, span)
        addressed = said["targets"] or clause.parties
        toward = _toward(acts[-1], clause.toward) if addressed else ""
        manners = tuple(dict.fromkeys(clause.manners))
        self._refuse_bounds(acts, clause, span)
        steps = [
            {
                **said,
                "act": tables().acts_alone.get(act.act, act.act) if ALONE in manners else act.act,
                "object": act.object,
                "detail": act.detail,
                "manners": manners,
                "unjudged": (*act.unjudged, *unknown, *perhaps_approved(act, clause)),
                "act_as": act.verb,
                "object_as": act.said,
                "toward": toward,
                "references": references(act, clause.text, clause.opening),
                **_said_in_texts(act, clause),
            }
            for act in acts
        ]
        return [
            _with_each_other(m.Step(number=number, actor=actor, span=span, **step), actors)
            for actor in actors
            for step in steps
        ]

    def _of_any(self, clause: Clause) -> Clause:
        """The step of a duty with a title that means each of its sort ("Camat tidak perlu …") as
        one of the group: whose duty it is, is clear."""
        if len(clause.actors) == 1 and self.units.any_of(clause.actors[0]):
            clause = replace(clause, actors=[], acting=clause.actors[0].name)
        if len(clause.targets) == 1 and not clause.parties and self.units.any_of(clause.targets[0]):
            clause = replace(clause, targets=[], parties=[clause.targets[0].name])
        return clause

    def _refuse_bounds(self, acts: Sequence[Act], clause: Clause, span: Span) -> None:
        """Note words that bound what is done, and that nothing judges (E519)."""
        bound = next((found for act in acts if (found := unjudged_bound(act, clause))), None)
        if bound is not None:
            tokens = (*clause.verbs, *clause.behind)
            first = bound.split()[0]
            place = next((token.span for token in tokens if first in token.text.split()), span)
            self.errors.add("E519", place, bound)

    def _fields(
        self, clause: Clause, named: Mapping[str, tuple[str, ...]], span: Span
    ) -> dict[str, Any]:
        """What a step says of all its acts, as fields of it; the names in their order."""
        manner, through = clause.manner, clause.manner.through
        open_above = self._open_superior(clause)
        targets = () if open_above else self._keys(clause.targets)
        asked = self._keys(clause.heard)
        said: dict[str, Any] = {
            "targets": targets,
            "direct": manner.direct,
            "modality": clause.modality,
            "negated": clause.negated,
            "date": clause.date,
            "actor_as": clause.acting,
            "role": clause.role,
            "adverbials": clause.adverbials,
        }
        if clause.parties:
            meant = self._meant(clause.parties, named, span)
            said["targets"] = tuple(dict.fromkeys((*targets, *meant)))
            said["parties"] = f" {clause.toward or 'kepada'} ".join(clause.parties)
            said["named"] = targets
        if clause.heard or clause.heard_parties:
            heard = self._meant(clause.heard_parties, named, span)
            said["hearing"] = tuple(dict.fromkeys((*asked, *heard)))
            said["hearing_parties"] = " setelah mendengar ".join(clause.heard_parties)
            said["hearing_named"] = asked if clause.heard_parties else ()
        if clause.lacking:
            lacking = list(self._lacking(clause, named, span))
            said["lacking"] = tuple(key for key, _ in lacking)
            said["lacking_as"] = tuple(words for _, words in lacking)
            said["concerned"] = bool(lacking) and concerned(clause)
        if through is not None:
            said["via"] = tuple([station(at, self.units) for at in through.stations])
            said["ordered"] = through.ordered
        if clause.coordinated:
            said["coordinated_by"] = tuple([station(at, self.units) for at in clause.coordinated])
        if clause.means:
            said["means"] = tuple([key for key, _ in clause.means])
            said["means_as"], said["choice"] = _spelled(clause.means), clause.choice
        if clause.approved or clause.copies or manner.without:
            said["approved_by"] = self._keys(clause.approved)
            said["copies"] = self._keys(clause.copies)
            said["past"] = self._keys(manner.without)
        if clause.periods:
            said["periods"] = tuple(dict.fromkeys(clause.periods))
        if clause.periods_as:
            said["periods_as"] = _as_said(clause)
        if clause.due or clause.text or clause.opening or clause.time:
            said["time"], said["due"] = _time(clause), clause.due
            said["punctual"] = clause.due in tables().step_words["punctual"]
            said["text"], said["opening"] = clause.text, clause.opening
        if open_above:
            said["text"] = f"{open_above} {clause.text}".rstrip()
        return said

    def _open_superior(self, clause: Clause) -> str:
        """The words for a superior whom nobody names ("kepada atasannya"), where a duty is stated
        or denied: that may be judged without him."""
        ruled = clause.negated or clause.modality is not None
        if not ruled or len(clause.targets) != 1 or not clause.targets[0].title:
            return ""
        above = clause.targets[0]
        if (
            above.inside is not None
            or not above.name[0].islower()
            or self.units.titles.meant(above)
        ):
            return ""
        return f"{clause.toward or 'kepada'} {above.name}"

    def _lacking(
        self, clause: Clause, named: Mapping[str, tuple[str, ...]], span: Span
    ) -> Iterator[tuple[str, str]]:
        """Those without whom it is done, each with the words before it (E516)."""
        for who, words in clause.lacking:
            if not isinstance(who, str):
                yield self.units.resolve(who), words
                continue
            keyword = party(who) or ""
            every = _stand_in(who, concerned=True) if not named.get(keyword) else None
            if every:
                yield every, f"{words} {who}"
                continue
            yield from ((unit, words) for unit in self._meant([who], named, span, needed=True))

    def _keys(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        if not mentions:
            return ()
        keys = [self.units.resolve(mention) for mention in mentions]
        return tuple(keys if len(keys) < _SEVERAL else dict.fromkeys(keys))

    def _acting(
        self, clause: Clause, named: Mapping[str, tuple[str, ...]], span: Span
    ) -> tuple[str, ...]:
        """The units that act, said as a group: parties, or of the subjects those of the sort.

        Of a group of which no attribute names a unit it is the one that stands for each of them.
        """
        phrase = clause.acting
        keyword = party(phrase) or ""
        if keyword == "pihak":
            return self._meant([phrase], named, span)
        group = _group_of(phrase)
        units = (*named.get(keyword, ()), *named.get("subjek", ()))
        found = [unit for unit in dict.fromkeys(units) if self._belongs(unit, group)]
        if not found and (one := _stand_in(phrase)):
            return (one,)
        if not found:
            self.errors.add("E518", span, clause.acting, hint="H_SUBJECTS")
        return tuple(found)

    def _belongs(self, unit: str, group: str) -> bool:
        """Whether a unit is one of a group; any agency, unless the group is one of a sort."""
        sort = self.units.sorts[unit]
        return sort == group or (not group and sort in self.units.kinds.agencies)

    def _meant(
        self,
        words: Sequence[str],
        named: Mapping[str, tuple[str, ...]],
        span: Span,
        *,
        needed: bool = False,
    ) -> tuple[str, ...]:
        """Those whom words such as "para pihak" stand for: the units of an attribute (E516).

        `needed`: the step says nothing without them.
        """
        found: list[str] = []
        for phrase in words:
            keyword = party(phrase) or ""
            units = named.get(keyword, ())
            both = phrase in tables().step_words["both"]
            if (both and len(units) != _BOTH) or (not units and (needed or keyword == "pihak")):
                self.errors.add(
                    "E516",
                    span,
                    phrase,
                    str(len(units)),
                    keyword,
                    hint="H_PARTIES",
                    hint_args=(keyword,),
                )
            found += units
        return tuple(found)


def _said_in_texts(act: Act, clause: Clause) -> dict[str, Any]:
    """What the free texts of a step say, as fields of it; nothing if it has none."""
    texts = act.detail or clause.text or clause.opening or clause.due
    if not (texts or clause.adverbials or clause.periods_as):
        return {}
    return {
        "contents": contents(act, clause.text),
        "stages": stages(act, clause),
        "forgone": forgone(act, clause),
        "only": only(act, clause),
        "unheeded": unheeded(act, clause.text),
        "shapes": shapes(act, clause.text),
        "reported": reported(act, clause.due),
        "requested": requested(act, clause),
        "matters": matters(act, clause),
        "ordered_by": ordered(act, clause.text),
    }


def _time(clause: Clause) -> str | None:
    """When in the year the step is taken, by its period, when it is due, or how it opens."""
    said = tables().values["time"].get(clause.time)
    return said or time_of(clause.due) or time_of(clause.opening)


def _meant_in(kind: str, acts: Sequence[Act]) -> Sequence[Act]:
    """The acts with what short words stand for in a workflow of a kind ("rancangan tersebut")."""
    short = tables().short_objects.get(kind)
    if short is None:
        return acts
    return [replace(act, object=short.get(act.object or "", act.object)) for act in acts]


def _with_each_other(step: m.Step, actors: Sequence[str]) -> m.Step:
    """Those who co-ordinate and name nobody ("Dinas A dan Dinas B berkoordinasi") do so with the
    others. What is not done to a group is done to none of it."""
    if step.parties and not step.targets:
        every = _stand_in(step.parties, concerned=True)
        weak = is_denied(step.negated, step.modality)
        return replace(step, targets=(every,)) if every and weak else step
    if step.act not in tables().step_words["mutual"] or step.targets:
        return step
    others = tuple(actor for actor in actors if actor != step.actor)
    if not others and step.actor in tables().stand_ins.values():
        others = (step.actor,)  # each of a group with each
    return replace(step, targets=others)


def _group_of(phrase: str) -> str:
    """The sort of the units that a phrase names together, nothing if it is all agencies."""
    group = _group(phrase)[0]
    return "" if group in tables().sorts["agencies"] else group


def _group(phrase: str) -> tuple[str, bool]:
    """The group that a phrase names, and whether it names only some of it ("… terkait")."""
    for words in (phrase.split()[1:], phrase.split()):
        end, group = longest(tables().groups, [word.lower() for word in words])
        if group is not None:
            rest = words[end:]
            return str(group), bool(rest) and " ".join(rest) not in tables().step_words["whoever"]
    return "", False


def _stand_in(phrase: str, *, concerned: bool = False) -> str | None:
    """Who stands for a group, if the phrase means each of it; or those of it whom it concerns."""
    group, some = _group(phrase)
    if concerned and party(phrase) == "terkait":
        group = group or next(iter(tables().sorts["agencies"]))  # some of whom are concerned
    return tables().stand_ins.get(group) if concerned or not some else None


def _as_said(clause: Clause) -> str:
    """The words of a period, if they are other than the usual ones."""
    if len(clause.periods_as) != 1:
        return ""
    usual = tables().surfaces["periods"]
    words = clause.periods_as[0]
    return "" if [words] == [usual.get(period, period) for period in clause.periods] else words


def _toward(act: Act, preposition: str) -> str:
    """The preposition, unless it says no more than the usual one of a known act."""
    words = tables().step_words
    if act.act in act.unjudged:
        return preposition
    if act.act in words["partnered"]:
        return "" if preposition in words["as_with"] else preposition
    return "" if preposition in words["as_to"] else preposition


def _spelled(means: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The words of the means, if some are other than the usual."""
    usual = tables().surfaces["means"]
    plain = all(usual.get(key, key) == words for key, words in means)
    return () if plain else tuple(words for _, words in means)


_BOTH = _SEVERAL = 2
