"""An example read and checked under both sides, as `patuh check` does it."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from patuh.checking import Reading, facts_of, ground, input_of, load
from patuh.engine.atoms.derivation import Atom
from patuh.engine.solving.alternatives import findings_under
from patuh.engine.solving.difference import WHOLE, Direction
from patuh.explain import explain
from patuh.finding import Level, Place
from patuh.knowledge.names import alike, known_under
from patuh.knowledge.programs import programs
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import using
from patuh.messages import LANGUAGES
from patuh.report.wording import Wording
from patuh.revision.records import Told
from patuh.revision.sides import Sides
from patuh_parser.sotk import SotkError
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.text.span import Span

PATH = "contoh.sotk"
_NOWHERE = {"kepala(usulan)": Place(PATH, Span(1, 1, 1, 1))}


class _Found(Struct, frozen=True):
    check: str
    level: Level
    subject: str
    atom: Atom


class Replay:
    """The findings on proposals under both sides, each worked out once."""

    def __init__(self, sides: Sides) -> None:
        self._roots = (sides.old_root, sides.new_root)
        self._read: dict[str, tuple[Reading, Gazetteer]] = {}
        self._known: dict[tuple[str, Path], tuple[Reading, tuple[_Found, ...]]] = {}

    def together(self, texts: Iterable[str]) -> None:
        """Work these out at once: what each brings is grounded beside the others, and then chosen.

        What cannot be read is left to be told when it is asked for. Errors as of a check.
        """
        new = dict.fromkeys(texts)
        for root in self._roots:
            alike: dict[tuple[Regulation, ...], list[tuple[str, Reading]]] = {}
            with using(root):
                for text in new:
                    if (text, root) not in self._known:
                        with suppress(SotkError):
                            reading = self._reading(text)
                            alike.setdefault(reading.laws, []).append((text, reading))
                for laws, every in alike.items():
                    given = [facts_of(reading.proposal, laws).places for _, reading in every]
                    common = frozenset(given[0]).intersection(*given[1:])
                    own = [[fact for fact in facts if fact not in common] for facts in given]
                    stated = "".join(f"{fact}.\n" for fact in given[0] if fact in common)
                    found = findings_under(programs([law.id for law in laws]), stated, own)
                    for (text, reading), atoms in zip(every, found, strict=True):
                        self._known[text, root] = reading, tuple(map(_read, atoms))

    def shows(self, text: str, direction: Direction, check: str, *, pure: bool) -> bool:
        """Whether the sides differ so on the check ("h2") or the whole; errors as of a check."""
        old, new = (self._found(text, root)[1] for root in self._roots)
        more, less = (new, old) if direction == "ketat" else (old, new)
        if check == WHOLE:
            return _gravest(more) >= Level.belum_lengkap > _gravest(less)
        return any(
            one.level > _gravest(_rivals(one, less, pure=pure))
            for one in more
            if one.check == check
        )

    def told(self, text: str, check: str) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
        """What the old and the new side find on it, in words; only on subjects of the check."""
        found = [self._found(text, root)[1] for root in self._roots]
        subjects = {one.subject for side in found for one in side if check in (one.check, WHOLE)}
        old, new = (
            self._worded(text, root, [one for one in side if one.subject in subjects])
            for root, side in zip(self._roots, found, strict=True)
        )
        return old, new

    def _found(self, text: str, root: Path) -> tuple[Reading, tuple[_Found, ...]]:
        if (text, root) not in self._known:
            with using(root):
                reading = self._reading(text)
                facts = facts_of(reading.proposal, reading.laws)
                atoms = ground(facts, reading.laws).findings()
            self._known[text, root] = reading, tuple(map(_read, atoms))
        return self._known[text, root]

    def _reading(self, text: str) -> Reading:
        """The proposal, read again only where the side in use knows other names."""
        if text in self._read:
            reading, names = self._read[text]
            if alike(known_under(reading.laws), names):
                return reading
        reading = load(text, PATH)
        self._read[text] = reading, known_under(reading.laws)
        return reading

    def _worded(self, text: str, root: Path, found: Iterable[_Found]) -> tuple[Told, ...]:
        reading, _ = self._found(text, root)
        with using(root):
            source = input_of(PATH, reading.proposal, reading.laws)
            findings = explain([one.atom for one in found], (), {}, _NOWHERE)
            return tuple(
                Told(
                    one.check, one.level, str(one.subject),
                    {lang: Wording(lang, source).sentence(one) for lang in LANGUAGES},
                )
                for one in findings
            )  # fmt: skip


def _read(atom: Atom) -> _Found:
    level, _, check, _, _, content = atom.arguments
    parts = content[1] if isinstance(content, tuple) and not content[0] else (content,)
    return _Found(str(check), Level[str(level)], str(parts[0]), atom)


def _rivals(one: _Found, others: Iterable[_Found], *, pure: bool) -> Iterable[_Found]:
    """The findings of the other side on the same subject, of the same check or of any."""
    return (o for o in others if o.subject == one.subject and (pure or o.check == one.check))


def _gravest(every: Iterable[_Found]) -> int:
    return max((one.level for one in every), default=0)


def sentences(text: str) -> tuple[str, ...]:
    """What a proposal says, without its head and headings."""
    lines = text.splitlines()[2:]
    return tuple(line for line in lines if line and not (line.isalpha() and line.isupper()))
