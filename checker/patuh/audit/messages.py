"""Whether all that a report says has its words, in both languages."""

import string
from collections.abc import Iterable, Iterator

from patuh.audit import declared
from patuh.audit.report import Defect, Part
from patuh.engine.rules.cases import CaseRule, case_rules
from patuh.engine.rules.statements import statements
from patuh.engine.rules.usage import Mention, mentions
from patuh.knowledge.messages import check_messages, unknown_keys, words
from patuh.knowledge.norms import norms
from patuh.knowledge.predicates import predicates
from patuh.knowledge.programs import drafting_programs, programs
from patuh.knowledge.provisions import untested
from patuh.knowledge.regulations import laws, regulations
from patuh.messages import LANGUAGES, Lang
from patuh.report.proposed import hole_of, with_word


def messages() -> Part:
    """Cases of checks, predicates, readings and reasons against `kb/messages`."""
    law_programs = programs([law.id for law in regulations()])
    rules = case_rules(statements((*law_programs, *drafting_programs())))
    of_proposals = mentions(law_programs)
    every = (*of_proposals, *mentions(drafting_programs()))
    defects: list[Defect] = []
    for lang in LANGUAGES:
        defects += [Defect("unknown_key", {"key": k, "lang": lang}) for k in unknown_keys(lang)]
        defects += _cases(rules, lang)
        defects += _predicates(of_proposals, every, lang)
        defects += _constants(of_proposals, lang)
    defects += [
        Defect("no_declared_reason", {"subject": subject, "lang": lang}, declared.FILE)
        for subject, lang in declared.without_reason()
    ]
    return Part("messages", len({(rule.check, rule.case) for rule in rules}), tuple(defects))


def _cases(rules: Iterable[CaseRule], lang: Lang) -> Iterator[Defect]:
    """Every case has a sentence; what it puts in are terms of each of its rules, or norms."""
    entries = check_messages(lang)
    derived: dict[tuple[str, str], list[CaseRule]] = {}
    for rule in rules:
        derived.setdefault((rule.check, rule.case), []).append(rule)
    for (check, case), own in derived.items():
        said = {"check": check.upper(), "case": case, "lang": lang}
        message = entries[check].cases.get(case) if check in entries else None
        if message is None or not message.sentence.strip():
            yield Defect("no_message", said, own[0].place)
            continue
        collects = {message.collects} if message.collects else set()
        for name in sorted(_holes(f"{message.sentence} {message.advice or ''}") | collects):
            known = ({*rule.terms, *map(with_word, rule.terms)} for rule in own)
            if not _of_a_norm(name) and any(name not in terms for terms in known):
                yield Defect("no_term", {**said, "term": name}, own[0].place)
    for check, entry in entries.items():
        for case in entry.cases:
            if (check, case) not in derived:
                yield Defect("idle_message", {"check": check.upper(), "case": case, "lang": lang})


def _of_a_norm(hole: str) -> bool:
    """Whether a placeholder stands for what a norm of some regulation names."""
    norm = hole_of(hole).norm
    return any(norms(law.id, norm) for law in regulations())


def _predicates(
    of_proposals: Iterable[Mention], every: Iterable[Mention], lang: Lang
) -> Iterator[Defect]:
    """Every predicate of the programs for proposals has its clause; those for drafts may."""
    clauses = {key: one for key, one in predicates().items() if lang in one.clauses}
    places = {str(one): one.place for one in of_proposals}
    for name in sorted(places.keys() - clauses.keys()):
        yield Defect("no_clause", {"predicate": name, "lang": lang}, places[name])
    for name in sorted(clauses.keys() - {str(one) for one in every}):
        yield Defect("idle_clause", {"predicate": name, "lang": lang}, clauses[name].file)
    for name, predicate in clauses.items():
        for hole in sorted(predicate.holes(lang) - set(predicate.arguments)):
            said = {"predicate": name, "term": hole, "lang": lang}
            yield Defect("no_argument", said, predicate.file)


def _constants(of_proposals: Iterable[Mention], lang: Lang) -> Iterator[Defect]:
    """Every reading and every reason why a provision is not tested has its words."""
    readings = {
        word: one.place
        for one in of_proposals
        if one.role == "head" and one.signature == ("tafsir", 2)
        for word in one.constants[0] or ()
    }
    for word in sorted(readings.keys() - words("tafsir", lang).keys()):
        yield Defect("no_reading", {"word": word, "lang": lang}, readings[word])
    reasons = {reason for law in laws() for reason in untested(law.id).values()}
    for word in sorted(reasons - words("alasan", lang).keys()):
        yield Defect("no_reason", {"word": word, "lang": lang})


def _holes(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
