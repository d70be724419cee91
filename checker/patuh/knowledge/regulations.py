"""Which regulations the knowledge base holds, and which one a proposal falls under."""

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from msgspec import Struct, convert
from msgspec.structs import replace

from patuh.knowledge.constant import Constant
from patuh.knowledge.programs import HIGHER
from patuh.knowledge.root import corpus_root, kb_folder, of_kb
from patuh.knowledge.territory.regions import region_named, regions, spelt_otherwise
from patuh_parser.disk import Place, folders_in
from patuh_parser.stored import toml

if TYPE_CHECKING:
    from pathlib import Path


class Repeal(Struct, frozen=True, forbid_unknown_fields=True):
    """A regulation that another one repeals, and the provision that does so."""

    kind: str
    region: str
    number: int
    year: int
    provision: str


class Missing(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a regulation that is not at hand, and the provisions that make it a part."""

    part: str
    provisions: tuple[str, ...]


class Amendment(Struct, frozen=True, forbid_unknown_fields=True):
    """A law that changed articles of a national one, and which."""

    short: str
    articles: tuple[str, ...]


class Regulation(Struct, frozen=True, forbid_unknown_fields=True):
    """The identity of a regulation, from its `regulation.toml`."""

    id: Constant
    kind: str
    short: str
    number: int
    year: int
    title: str
    region: str
    date: datetime.date
    in_force: datetime.date
    frbr_uri: str
    text: str
    """The name of the file that holds the text; see `text_path`."""
    region_aliases: tuple[str, ...] = ()
    repeals: tuple[Repeal, ...] = ()
    missing: tuple[Missing, ...] = ()
    """What of the regulation its text here does not hold, so that no check can know it."""
    nationwide: bool = False
    """Whether it is national law that proposals of every region are checked against."""
    stands_in: bool = False
    """Whether it is itself the regulation of a region that has none of its own here."""
    formation: str = ""
    """The law that founded the regency, as a draft cites it; needed for drafts that are drawn."""
    amendments: tuple[Amendment, ...] = ()
    """What changed a national law; a provision that was changed is cited with it."""
    chapters: Mapping[str, str] = {}
    """The headings above each article, by its id; kept equal to the text by a test."""

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def place(self) -> str:
        """The name of the region without its kind: "Kutai Timur"."""
        return self.region.partition(" ")[2]

    @property
    def cited(self) -> str:
        """The regulation as others cite it: "Peraturan Bupati Paser Nomor 56 Tahun 2020"."""
        place = [] if self.nationwide else [self.place]
        return " ".join([self.kind, *place, f"Nomor {self.number} Tahun {self.year}"])

    @property
    def whole(self) -> str:
        """The short name with those of all that changed it: "PP 18/2016 jo. PP 72/2019"."""
        return " jo. ".join([self.short, *(one.short for one in self.amendments)])

    def short_for(self, provision: str) -> str:
        """The short name to cite a provision by: that of a changed one names what changed it."""
        article = provision.partition(".")[0]
        changed = [one.short for one in self.amendments if article in one.articles]
        return " jo. ".join([self.short, *changed])

    def chapter_of(self, article: str) -> str:
        """The headings above an article such as "pasal-14"; empty if there are none."""
        return self.chapters.get(article, "")

    def of_region(self, name: str) -> bool:
        """Whether `name` is the regency of this regulation, by any of its spellings."""
        wanted = _fold(name)
        return wanted in {_fold(region) for region in (self.region, *self.region_aliases)}


@of_kb
def regulations(root: Place | None = None) -> tuple[Regulation, ...]:
    """All regulations of the knowledge base, in order of id."""
    return _all(root, "regulations")


@of_kb
def national(root: Place | None = None) -> tuple[Regulation, ...]:
    """The national regulations whose norms hold in every regency, in order of id."""
    return _all(root, "national")


@of_kb
def laws(root: Place | None = None) -> tuple[Regulation, ...]:
    """All regulations, national ones, and the law for drafts; the latter have no territory."""
    for_drafts = (*_alone(root, "drafting"), *_all(root, HIGHER))
    return (*regulations(root), *national(root), *for_drafts)


@of_kb
def of_drafts(root: Place | None = None) -> tuple[Regulation, ...]:
    """The law on drafting, and the higher law that the contents of drafts must keep to."""
    kept = folders_in(os.path.join(kb_folder(root), HIGHER))
    return (*_alone(root, "drafting"), *(law for law in laws(root) if law.id in kept))


def regulation(regulation_id: str, root: Place | None = None) -> Regulation:
    """The regulation with this id; raises `KeyError` if there is none."""
    for candidate in laws(root):
        if candidate.id == regulation_id:
            return candidate
    raise KeyError(regulation_id)


def applicable(region: str, root: Place | None = None) -> tuple[Regulation, ...]:
    """The regulations whose territory is `region`; empty if there is none."""
    return tuple(candidate for candidate in regulations(root) if candidate.of_region(region))


_only: ContextVar[frozenset[str]] = ContextVar("only", default=frozenset())
"""For each thread its own; empty: all of them."""


@contextmanager
def only(ids: Iterable[str]) -> Iterator[None]:
    """Hold proposals against the regulations with these ids alone meanwhile, if there are any."""
    before = _only.set(frozenset(ids))
    try:
        yield
    finally:
        _only.reset(before)


def standing(region: str, root: Place | None = None) -> tuple[Regulation, ...]:
    """The regulations that a proposal of `region` is checked against: its own, then national law,
    that which stands in for its own first.

    The latter has the region for its territory. Empty for a region that does not govern itself,
    for what is none, and where none of those that `only` leaves holds in it.
    """
    found = region_named(region)
    own = applicable(region, root) or (applicable(found.name, root) if found else ())
    if own:
        name = own[0].region
    elif found is None or not found.autonomous:
        return ()
    else:
        name = found.name
    other = spelt_otherwise(region)
    higher = (
        replace(law, region=name, region_aliases=other)
        for law in sorted(national(root), key=lambda law: not law.stands_in)
        if law.nationwide
    )
    wanted = _only.get()
    return tuple(law for law in (*own, *higher) if not wanted or law.id in wanted)


def where_alone(law: Regulation, root: Place | None = None) -> Regulation:
    """A national law in the first region that has no regulation of its own; another as it is."""
    if law not in national(root):
        return law
    free = (r.name for r in regions(root).values() if r.autonomous and not applicable(r.name, root))
    return replace(law, region=next(free))


def text_path(law: Regulation, root: Place | None = None) -> "Path":
    """Where the text of a regulation lies: beside its norms, else in `corpus/regulations`.

    That of the law on drafting does not: its rules are summed up in words of our own.
    """
    from pathlib import Path

    beside = Path(kb_folder(root), "regulations", law.id, law.text)
    return beside if beside.is_file() else corpus_root() / "regulations" / law.text


def region_of(name: str, root: Place | None = None) -> str:
    """The regency as its regulation writes it, or `name` unchanged where none is known."""
    found = applicable(name, root)
    return found[0].region if found else name


def _all(root: Place | None, folder: str) -> tuple[Regulation, ...]:
    """Those that lie in the folders of a folder."""
    base = kb_folder(root)
    inner = folders_in(os.path.join(base, folder))
    return tuple(one for name in inner for one in _in(os.path.join(base, folder, name)))


def _alone(root: Place | None, folder: str) -> tuple[Regulation, ...]:
    return _in(os.path.join(kb_folder(root), folder))


@of_kb
def _in(folder: str) -> tuple[Regulation, ...]:
    path = os.path.join(folder, "regulation.toml")
    return (convert(toml(path), Regulation),) if os.path.isfile(path) else ()


def _fold(name: str) -> str:
    words = name.casefold().split()
    return " ".join(word for word in words if word not in {"pemerintah", "kabupaten", "kab."})
