"""Whether predicates are defined and used, and every word of rules and norms is a known one."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from patuh.audit import declared
from patuh.audit.known_words import contract, known_names, known_words
from patuh.audit.report import Defect, Note, Part
from patuh.engine.rules.activity import declared as declared_in
from patuh.engine.rules.usage import Mention, Signature, mentions, switches
from patuh.knowledge.programs import NORMS, PREDICATES_OF_NORMS, drafting_programs, programs
from patuh.knowledge.regulations import regulations

_NEAR = 0.85
Values = Mapping[tuple[Signature, int], frozenset[str] | None]


def vocabulary() -> Part:
    """All programs, those for proposals and those for drafts, read as one."""
    used = (*programs([law.id for law in regulations()]), *drafting_programs())
    every = mentions(used)
    given = contract(used)
    unused, notes = _unused(every, given)
    names = known_names()
    defects = [
        *_undefined(every, given, declared_in(used, PREDICATES_OF_NORMS)),
        *unused,
        *_dead(every, given, switches(used)),
        *_unknown_words(every, given, known_words(used, every)),
        *(defect for name in _strings(every) for defect in _misspelt(name, names)),
    ]
    return Part("vocabulary", len({one.signature for one in every}), tuple(defects), tuple(notes))


def _undefined(
    every: Iterable[Mention], given: frozenset[Signature], norms: frozenset[str]
) -> Iterator[Defect]:
    """Predicates in bodies that no rule derives, no regulation may state and no input gives.

    What none of the regulations here states, one of an overlay may.
    """
    heads = {one.signature for one in every if one.role == "head"}
    known = {str(one): one for one in every if one.signature in heads}
    names = [*known, *(f"{name}/{arity}" for name, arity in given)]
    seen: set[Signature] = set()
    for one in every:
        if one.signature[0] in norms:
            continue
        if one.role == "body" and one.signature not in heads | given | seen:
            seen.add(one.signature)
            yield Defect("undefined", {"predicate": str(one), **_near(str(one), names)}, one.place)


def _unused(
    every: Iterable[Mention], given: frozenset[Signature]
) -> tuple[list[Defect], list[Note]]:
    """Predicates that no body uses and nothing shows, but for those declared to be meant so."""
    used = {one.signature for one in every if one.role in {"body", "shown"}}
    places = {one.signature: one.place for one in every if one.role == "head"}
    places = {**dict.fromkeys(sorted(given), ""), **places}
    idle = {f"{name}/{arity}": place for (name, arity), place in places.items()
            if (name, arity) not in used}  # fmt: skip
    declarations = declared.unused()
    defects = [
        Defect("unused", {"predicate": name}, place)
        for name, place in idle.items()
        if name not in declarations
    ]
    notes: list[Note] = []
    for name, declaration in declarations.items():
        if name in idle:
            notes.append(Note("unused_declared", {"predicate": name}, dict(declaration.reason)))
        else:
            defects.append(Defect("unused_idle", {"predicate": name}, "audit/declared.toml"))
    return defects, notes


def _dead(
    every: Iterable[Mention], given: frozenset[Signature], switched: frozenset[str]
) -> Iterator[Defect]:
    """Constants in bodies that the predicate never has at that place, so that the rule is dead."""
    values = _values(every, switched)
    for one in every:
        if one.role != "body" or one.signature in given:
            continue
        for position, constants in enumerate(one.constants):
            possible = values.get((one.signature, position))
            for word in constants or ():
                if possible is not None and word not in possible:
                    said = {"predicate": str(one), "word": word, **_near(word, possible)}
                    yield Defect("dead_constant", said, one.place)


def _values(every: Iterable[Mention], switched: frozenset[str]) -> Values:
    """What may stand at each place of a predicate, by its heads; None for anything."""
    found: dict[tuple[Signature, int], frozenset[str] | None] = {}
    for one in every:
        if one.role == "head":
            for position, constants in enumerate(one.constants):
                at = one.signature, position
                before = found.get(at, frozenset())
                is_open = constants is None or bool(switched & set(constants))
                found[at] = None if is_open or before is None else before | set(constants or ())
    return found


def _unknown_words(
    every: Iterable[Mention], given: frozenset[Signature], known: frozenset[str]
) -> Iterator[Defect]:
    """Constants of norms, and of what rules ask of an input, that nothing else knows."""
    seen: set[str] = set()
    for one in every:
        is_norm = one.role == "head" and one.place.startswith(NORMS)
        if is_norm or (one.role == "body" and one.signature in given):
            for word in (word for constants in one.constants for word in constants or ()):
                if not word.startswith('"') and word not in known | seen:
                    seen.add(word)
                    said = {"predicate": str(one), "word": word, **_near(word, known)}
                    yield Defect("unknown_word", said, one.place)


def _strings(every: Iterable[Mention]) -> Iterator[tuple[str, str]]:
    """The names in quotes that norms hold, each with its place; ids of provisions are none."""
    for one in every:
        if one.role == "head" and one.place.startswith(NORMS):
            for word in (word for constants in one.constants for word in constants or ()):
                if word.startswith('"') and not word.startswith('"pasal-'):
                    yield word.strip('"'), one.place


def _misspelt(name: tuple[str, str], known: frozenset[str]) -> Iterator[Defect]:
    """A name that is none, but nearly one."""
    word, place = name
    if word not in known and (near := get_close_matches(word, known, 1, _NEAR)):
        yield Defect("misspelt_name", {"word": word, "near": near[0]}, place)


def _near(word: str, known: Iterable[str]) -> dict[str, str]:
    """The known word that is nearest, if one is near."""
    found = get_close_matches(word, sorted(known), 1, _NEAR)
    return {"near": found[0]} if found else {}
