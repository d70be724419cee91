"""What the regulations that apply say of who stands where: the constants of their norms.

A change of a proposal may name whom a norm names; where no norm speaks, nobody is offered.
"""

from collections.abc import Iterator, Mapping, Sequence

from patuh.knowledge.names import kinds
from patuh.knowledge.norms import constants, norms, sorts, vocabulary_facts
from patuh.knowledge.offices import offices
from patuh.knowledge.regulations import regulations as all_laws
from patuh.knowledge.root import of_kb
from patuh_parser.sotk import model as m
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span

MEMBERSHIP = "unsur_forkopimda"
"""The norm that says who belongs to the forum."""
NOWHERE = Span(1, 1, 1, 1)


class Law:
    """The offices and sorts under some regulations, and what their norms make of them."""

    def __init__(self, regulations: tuple[str, ...], besides: tuple[str, ...]) -> None:
        """`regulations` are the ids of those that apply, `besides` of those that hold where these
        are silent."""
        self._regulations = regulations
        known = sorts(regulations)
        self._offices = {
            key: office
            for key, office in offices().items()
            if office.regulation in {"", *regulations}
        }
        every = self._offices.values()
        self.unique = [office.key for office in every if office.unique]
        """The offices and bodies of which every regency has one."""
        self.asisten = self._named("asisten_resmi", 1)
        self._asisten = {self._offices[key].sort for key in self.asisten}
        several = {office.sort for office in every if not office.unique}
        self.advisers = several - self._asisten
        """Sorts of offices of which there are several, and which have no agencies."""
        self.unit_of: Mapping[str, str] = {
            head: unit for _, (head, unit) in vocabulary_facts("kepala_satuan")
        }
        """Office → the unit whose head it is."""
        self.agencies = known.agencies - {*self.unique}
        """Sorts that are Perangkat Daerah, without the one that an office stands for."""
        self.outside = kinds().outside
        """Sorts of the bodies of the state."""
        commanded = _pairs(regulations, "wewenang_memerintah", 2, 1)
        self.guided = {group for group, by in commanded if by in self._asisten} & known.inside
        """Sorts inside an agency whose units an Asisten commands."""
        self.inner = known.inside - self.guided
        self._above = [*_pairs(regulations, "pertanggungjawaban", 1, 2), *commanded]
        self.administrative = {
            sort: office
            for laws in (besides, regulations)
            for sort, office in _pairs(laws, "koordinasi_administratif", 1, 2)
        }
        """Sort → the office that co-ordinates its units administratively."""
        answered = self._named("pertanggungjawaban", 2)
        self.superiors = answered
        """The offices to whom others answer."""
        self.top = next(iter(answered), None)
        """The office to whom agencies answer."""
        self.station = next(iter(self._named("pertanggungjawaban_melalui", 2)), None)
        """The office through whom agencies answer."""
        self.forum = next(iter(self._named("koordinasi_melalui_forum", 2)), None)
        """The forum through which bodies of the state are met."""
        self.members = constants(regulations, MEMBERSHIP, 1)
        """The keys of those who must belong to the forum."""
        bodies = {office.key for office in every if office.kind == "lembaga"}
        self.bodies = bodies - {*self.unit_of.values()}
        """Bodies that are no unit of an office."""
        people = {office.key for office in every if office.unique and office.kind == "jabatan"}
        self.over_all = people | {*self.unit_of.values()}
        of_unit = constants([law.id for law in all_laws()], "tugas_sekretariat_daerah", 1)
        self.tasks = [
            (self.unit_of.get(office, office) if task in of_unit else office, task)
            for office in self._named("koordinasi_tugas", 1)
            for task in tables().tasks
        ]
        """The tasks that the language knows, of who co-ordinates all agencies or of his unit."""
        # in the order of preference: the lists of the law go from the most particular on
        self.patterns = constants(regulations, "pola_hubungan_kerja", 1)[::-1]
        every_kind = constants(regulations, "subjenis_koordinasi", 1)[::-1]
        of_pairs = constants(regulations, "sifat_kerja_sama", 2)
        self.subpatterns = tuple(dict.fromkeys((*of_pairs, *every_kind)))
        self.sectoral_terms = constants(regulations, "padanan_sektoral", 2)
        self.aspects = constants(regulations, "kewajiban_induk", 1)
        """What an agency owes its UPT."""

    def above(self, sort: str) -> Iterator[str]:
        """The offices above the units of a sort, by what the norms say of the sort."""
        named = (superior for group, superior in self._above if group == sort)
        yield from dict.fromkeys(filter(self.is_office, named))

    def is_party(self, key: str) -> bool:
        """Whether it is an office to whom others answer, or a body."""
        return key in self.superiors or key in self.bodies

    def is_asisten(self, sort: str | None) -> bool:
        """Whether it is the sort of the Asisten, also of one whom no norm names."""
        return sort in self._asisten

    def alike(self, office: str) -> tuple[str, ...]:
        """The office and the unit whose head it is: what is said of one is said of the other."""
        return (office, self.unit_of[office]) if office in self.unit_of else (office,)

    def is_office(self, key: str) -> bool:
        """Whether the key is that of an office or forum."""
        return key in self._offices

    def _named(self, predicate: str, place: int) -> tuple[str, ...]:
        """The offices at a place of the norms of a predicate."""
        return tuple(filter(self.is_office, constants(self._regulations, predicate, place)))


def _pairs(
    regulations: Sequence[str], predicate: str, first: int, second: int
) -> list[tuple[str, str]]:
    every = (fact for law in regulations for fact in norms(law, predicate))
    return list(dict.fromkeys((values[first], values[second]) for _, values in every))


def station(key: str) -> m.Station:
    """An office as a station of a line or step that is not written yet."""
    return m.Station(key, NOWHERE)


@of_kb
def law_of(regulations: tuple[str, ...], besides: tuple[str, ...] = ()) -> Law:
    """What these regulations say, read once; arguments as of `Law`."""
    return Law(regulations, besides)
