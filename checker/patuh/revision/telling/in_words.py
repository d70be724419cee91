"""What a revision changes, in words of one language: what all forms show, in their order."""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from patuh.finding import Level
from patuh.knowledge.messages import words
from patuh.knowledge.regulations import regulation
from patuh.messages import Lang, say
from patuh.revision.records import OWN, Compared, Example, NormChange, Revision, Told, once
from patuh.revision.telling import of_draft
from patuh.revision.telling.spoken import spoken
from patuh.revision.telling.tables import Table
from patuh_parser.legal.ids import label
from patuh_parser.text.enumerated import enumerated


class Shown(Struct, frozen=True):
    """An example with its number: the text of the proposal, its sentences, what each side finds."""

    number: int
    text: str
    lines: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


class Page(Struct, frozen=True):
    """All that is shown: `about` names the sides, `sentences` come first, `notes` last."""

    heading: str
    about: tuple[tuple[str, str], ...]
    verdict: str
    sentences: tuple[str, ...]
    examples: tuple[Shown, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]


def page(revision: Revision, lang: Lang) -> Page:
    """The page; the examples are numbered as they come, one that shows several things once."""
    told = _Words(revision, lang)
    drafted = of_draft.tables(revision.draft, lang) if revision.draft else ()
    law = regulation(revision.regulation).short
    old = say("diff.own", lang, law=law) if revision.old == OWN else revision.old
    return Page(
        say("diff.heading", lang, law=law),
        ((say("diff.old", lang), old), (say("diff.new", lang), revision.new)),
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
        for how, norms in self._unreached().items():
            where = self._where(norm.provision for norm in norms)
            yield say(f"diff.not_told.{how}", self._lang, where=where)

    def examples(self) -> Iterator[Shown]:
        for text, shows in self._shown.items():
            old, new = (
                dict.fromkeys(self._found([told for side in sides for told in side]))
                for sides in zip(*((each.old, each.new) for _, each in shows), strict=True)
            )
            lines = shows[0][1].lines
            yield Shown(self._numbers[text], text, lines, tuple(old), tuple(new))

    def norms(self) -> Table:
        lang = self._lang
        rows = (
            (
                label(norm.provision),
                say(f"diff.norm.{'gone' if norm.gone else 'came'}", lang),
                norm.said[lang],
                words("istilah", lang).get(norm.kind, norm.kind),
            )
            for norm in self._revision.norms
        )
        once = tuple(dict.fromkeys(rows))  # facts that differ may read alike
        return Table(
            say("diff.norms", lang), self._heads("provision", "change", "norm", "kind"), once
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
            if one.verdict not in ("setara", "tak_terjangkau")
        )
        heads = self._heads("check", "title", "verdict", "provision", "examples")
        return Table(say("diff.checks", self._lang), heads, rows)

    def notes(self) -> Iterator[str]:
        alike, out = (
            [one.check for one in self._revision.checks if one.verdict == verdict]
            for verdict in ("setara", "tak_terjangkau")
        )
        for key, checks in (("alike", alike), ("same", self._revision.same), ("out", out)):
            if checks:
                yield say(f"diff.{key}", self._lang, count=len(checks), checks=", ".join(checks))
        if self._revision.rules:
            yield say("diff.rules", self._lang)
        for how, norms in self._unreached().items():
            for provision in dict.fromkeys(norm.provision for norm in norms):
                own = [norm.said[self._lang] for norm in norms if norm.provision == provision]
                values = {"where": label(provision), "norms": "; ".join(dict.fromkeys(own))}
                yield say(f"diff.unreached.{how}", self._lang, **values)

    def _unreached(self) -> dict[str, list[NormChange]]:
        """The norms that put checks out of reach, by why: the first is that no rule knows them."""
        draft = self._revision.draft
        left = {one.provision for one in draft.left} if draft else set()
        found: dict[str, list[NormChange]] = {}
        unread = self._revision.unread
        norms = (norm for one in self._revision.checks for norm in one.unreached)
        for norm in once((*unread, *norms)):
            how = "untranslated" if norm.gone and norm.provision in left else "unsaid"
            how = "unread" if norm in unread else how
            found.setdefault(how, []).append(norm)
        return found

    def _heads(self, *names: str) -> tuple[str, ...]:
        return tuple(say(f"diff.column.{name}", self._lang) for name in names)

    def _found(self, side: Collection[Told]) -> Iterator[str]:
        """What one side finds, or that it finds nothing."""
        if not side:
            yield say("diff.nothing", self._lang)
        for told in side:
            level = say(f"findings.level.{told.level.name}", self._lang)
            yield f"{level}[{told.check}] {told.said[self._lang]}"

    def _sentence(self, one: Compared, example: Example) -> str:
        """What the change does, as a jurist says it."""
        if not one.check:
            example = _without_common(example)
        more, less = example.new, example.old
        if example.direction == "longgar":
            more, less = less, more
        level = max((told.level for told in more if one.check in ("", told.check)), default=None)
        other = max((told.level for told in less), default=None)
        where = self._where(example.provisions) or say("diff.by_rules", self._lang)
        said = spoken(example.lines, self._lang)
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


def _without_common(example: Example) -> Example:
    """An example on the whole without what both sides find, which the change does not bring."""
    old, new = (
        tuple(told for told in side if told not in other)
        for side, other in ((example.old, example.new), (example.new, example.old))
    )
    return replace(example, old=old, new=new)
