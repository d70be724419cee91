"""What a revision changes, in words of one language: what all forms show, in their order."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from patuh.finding import Level
from patuh.knowledge.messages import words
from patuh.knowledge.regulations import regulation
from patuh.messages import Lang, say
from patuh.revision.records import Compared, Example, NormChange, Revision, Told
from patuh.revision.telling import of_draft
from patuh.revision.telling.tables import Table
from patuh_parser.legal.ids import label
from patuh_parser.text.enumerated import enumerated


class Shown(Struct, frozen=True):
    """An example with its number: the text of the proposal, and what is found in either side."""

    number: int
    text: str
    found: tuple[str, ...]


class Page(Struct, frozen=True):
    """All that is shown: `sentences` come first, `notes` last."""

    heading: str
    about: tuple[str, ...]
    verdict: str
    sentences: tuple[str, ...]
    examples: tuple[Shown, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]


def page(revision: Revision, lang: Lang) -> Page:
    """The page; the examples are numbered as they come, one that shows several things once."""
    told = _Words(revision, lang)
    drafted = of_draft.tables(revision.draft, lang) if revision.draft else ()
    return Page(
        say("diff.heading", lang, law=regulation(revision.regulation).short),
        tuple(
            f"{say(f'diff.{name}', lang)}: {path}"
            for name, path in (("old", revision.old), ("new", revision.new))
        ),
        say("diff.whole", lang, verdict=told.verdict(revision.whole)),
        tuple(told.sentences()),
        tuple(told.examples()),
        tuple(table for table in (*drafted, told.norms(), told.checks()) if table.rows),
        tuple(told.notes()),
    )


class _Words:
    def __init__(self, revision: Revision, lang: Lang) -> None:
        self._revision = revision
        self._lang = lang
        self._shown: dict[str, list[tuple[Compared, Example]]] = {}
        for one in (revision.whole, *revision.checks):
            for example in one.examples:
                self._shown.setdefault(example.text, []).append((one, example))
        self._numbers = {text: at for at, text in enumerate(self._shown, 1)}

    def verdict(self, one: Compared) -> str:
        return say(f"diff.verdict.{one.verdict}", self._lang)

    def sentences(self) -> Iterator[str]:
        """On the whole, then on each check; only those without a finding in the other side, if any.

        What is graver or lighter then, or has another name, the table of checks says.
        """
        told: dict[str, bool] = {}
        for one in (self._revision.whole, *self._revision.checks):
            for example in one.examples:
                other = example.old if example.direction == "ketat" else example.new
                clean = not one.check or (example.pure and not other)
                told.setdefault(self._sentence(one, example), clean)
        some = any(told.values())
        yield from (sentence for sentence, clean in told.items() if clean or not some)

    def examples(self) -> Iterator[Shown]:
        for text, shows in self._shown.items():
            found = dict.fromkeys(
                line
                for _, example in shows
                for name, side in (("old", example.old), ("new", example.new))
                for line in self._found(name, side)
            )
            old_first = sorted(found, key=lambda line: not line.startswith(self._side("old")))
            yield Shown(self._numbers[text], text, tuple(old_first))

    def norms(self) -> Table:
        lang = self._lang
        rows = tuple(
            (
                label(norm.provision),
                say(f"diff.norm.{'gone' if norm.gone else 'came'}", lang),
                norm.said[lang],
                words("istilah", lang).get(norm.kind, norm.kind),
            )
            for norm in self._revision.norms
        )
        return Table(
            say("diff.norms", lang), self._heads("provision", "change", "norm", "kind"), rows
        )

    def checks(self) -> Table:
        rows = tuple(
            (
                one.check,
                one.title.get(self._lang, ""),
                self.verdict(one),
                self._where(leaf for example in one.examples for leaf in example.provisions),
                ", ".join(str(self._numbers[example.text]) for example in one.examples),
            )
            for one in self._revision.checks
            if one.verdict != "setara"
        )
        heads = self._heads("check", "title", "verdict", "provision", "examples")
        return Table(say("diff.checks", self._lang), heads, rows)

    def notes(self) -> Iterator[str]:
        alike = [one.check for one in self._revision.checks if one.verdict == "setara"]
        for key, checks in (("alike", alike), ("same", list(self._revision.same))):
            if checks:
                yield say(f"diff.{key}", self._lang, count=len(checks), checks=", ".join(checks))
        if self._revision.rules:
            yield say("diff.rules", self._lang)
        unreached = dict.fromkeys(
            self._norm(norm) for one in self._revision.checks for norm in one.unreached
        )
        yield from (say("diff.unreached", self._lang, norm=norm) for norm in unreached)

    def _norm(self, norm: NormChange) -> str:
        return f"{label(norm.provision)}: {norm.said[self._lang]}"

    def _heads(self, *names: str) -> tuple[str, ...]:
        return tuple(say(f"diff.column.{name}", self._lang) for name in names)

    def _side(self, name: str) -> str:
        return f"{say(f'diff.{name}', self._lang)}: "

    def _found(self, name: str, side: tuple[Told, ...]) -> Iterator[str]:
        """What one side finds, or that it finds nothing."""
        if not side:
            yield self._side(name) + say("diff.nothing", self._lang)
        for told in side:
            level = say(f"findings.level.{told.level.name}", self._lang)
            yield f"{self._side(name)}{level}[{told.check}] {told.said[self._lang]}"

    def _sentence(self, one: Compared, example: Example) -> str:
        """What the change does, as a jurist says it."""
        more, less = example.new, example.old
        if example.direction == "longgar":
            more, less = less, more
        level = max((told.level for told in more if one.check in ("", told.check)), default=None)
        other = max((told.level for told in less), default=None)
        where = self._where(example.provisions) or say("diff.by_rules", self._lang)
        said = "; ".join(line.strip().rstrip(".") for line in example.lines)
        values = {"where": where, "example": said, "checks": one.check}
        values["old"], values["new"] = self._levels(example)
        if not example.pure:
            return say("diff.berganti", self._lang, **values)
        how = "tingkat" if level is None or other is not None else level.name
        stricter = example.direction == "ketat"
        return say(f"diff.ketat.{how}" if stricter else f"diff.longgar.{how}", self._lang, **values)

    def _levels(self, example: Example) -> list[str]:
        """The gravest finding of each side, with its check."""
        found = []
        for side in (example.old, example.new):
            worst = max(side, key=lambda told: told.level, default=None)
            if worst is None:
                found.append(say("diff.nothing", self._lang))
            else:
                name = say(f"findings.level.{Level(worst.level).name}", self._lang)
                found.append(f"{name} ({worst.check})")
        return found

    def _where(self, leaves: Iterable[str]) -> str:
        named = [label(leaf) for leaf in dict.fromkeys(leaves)]
        return enumerated(named, say("findings.and", self._lang))
