"""One regulation that a draft names with two numbers, two years or two gazettes.

Two mentions are of one regulation where kind, maker and title agree, and of number and year one.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import permutations

from patuh.facts.drafts.cited.laws import kind_and_region, plain
from patuh.facts.drafts.cited.mentions import Mention, mentions_of, same_titled
from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.national_law import national_law
from patuh_parser.legal.model import Gazette
from patuh_parser.legal.parts.legal_basis import gazettes_in

_GAZETTES = {"perda": "LD", "perkada": "BD"}
_BASES = ("mengingat", "memperhatikan")


def same_title_facts(into: Collector, resolver: Resolver) -> None:
    """The mentions whose number, year or gazette is another than where the title stands again."""
    mentions = [*mentions_of(into.draft)]
    _of_same_title(into, mentions)
    _of_other_year(into, mentions, resolver)
    for group in same_titled(mentions):
        often = Counter(one.name for one in group)
        apart = {
            (one.name, other.name)
            for one, other in permutations(group, 2)
            if _are_listed(one, other, resolver) and not _in_reasons(one, other, group, resolver)
        }
        trust = {one.index: (_is_held(one), often[one.name], -one.index) for one in group}
        for one, other in permutations(group, 2):
            doubtful = one.index and trust[one.index] < trust[other.index]
            if doubtful and (one.name, other.name) not in apart:
                _tell(into, one, other)


def _of_same_title(into: Collector, mentions: Sequence[Mention]) -> None:
    """The mentions of an earlier regulation with the kind and title of the draft."""
    draft = into.draft
    kind, _ = kind_and_region(draft.instrument.title())
    own, named = plain(draft.title), (draft.number.lstrip("0"), draft.year)
    for one in mentions:
        alike = one.kind == kind and plain(one.title) == own and one.name != named
        if alike and one.index and not one.inner:
            into.fact(into.loci[f"rujukan({one.index})"], "menyebut_senama", one.index)


def _of_other_year(into: Collector, mentions: Sequence[Mention], resolver: Resolver) -> None:
    """The mentions outside the legal bases whose gazette is of neither its year nor the next."""
    for one in mentions:
        bases = (
            [up.kind for up in resolver.above(one.node) if up.kind in _BASES] if one.node else []
        )
        for gazette in gazettes_in(one.gazette) if one.index and not bases else ():
            if one.kind in _GAZETTES and gazette.kind in _GAZETTES.values() and not one.inner:
                _of_other_kind(into, one, gazette)
            year = gazette.year
            if year.isdigit() and one.year.isdigit() and int(year) - int(one.year) not in (0, 1):
                at = into.loci[f"rujukan({one.index})"]
                into.fact(at, "lembaran_bertahun_lain", one.index, string(_named(gazette)))


def _of_other_kind(into: Collector, one: Mention, gazette: Gazette) -> None:
    """That a regulation outside the legal bases is cited with the gazette of another kind."""
    due = _GAZETTES[one.kind]
    if gazette.kind != due:
        at = into.loci[f"rujukan({one.index})"]
        into.fact(at, "lembaran_jenis_keliru", one.index, string(_named(gazette)), string(due))


def _are_listed(one: Mention, other: Mention, resolver: Resolver) -> bool:
    """Whether they stand side by side, so that two regulations are meant."""
    if one.node is None or other.node is None or one.inner or other.inner:
        return False
    above = [next(resolver.above(node), None) for node in (one.node, other.node)]
    return one.node is other.node or (above[0] is not None and above[0] is above[1])


def _in_reasons(one: Mention, other: Mention, group: Sequence[Mention], resolver: Resolver) -> bool:
    """Whether both stand among the considerations, in two of them, and the title names one."""
    titled = {each.name for each in group if not each.index}
    kinds = {up.kind for each in (one, other) if each.node for up in resolver.above(each.node)}
    return (
        one.node is not other.node
        and kinds == {"menimbang"}
        and bool(titled & {one.name, other.name})
    )


def _tell(into: Collector, one: Mention, other: Mention) -> None:
    at = into.loci[f"rujukan({one.index})"]
    if (one.number == other.number) != (one.year == other.year):
        if not _is_held(one):
            meant = string(f"Nomor {other.number} Tahun {other.year}")
            into.fact(at, "bernomor_lain", one.index, meant)
    elif one.name == other.name:
        for mine in gazettes_in(one.gazette):
            for theirs in gazettes_in(other.gazette):
                if _differ(mine, theirs):
                    written, other_one = string(_named(mine)), string(_named(theirs))
                    into.fact(at, "berlembaran_lain", one.index, written, other_one)


def _is_held(one: Mention) -> bool:
    """Whether the table of national law knows a regulation of that number by that title."""
    held = national_law(one.kind, one.number, one.year)
    return held is not None and plain(one.rest).startswith(f"tentang {plain(held.title)}")


def _differ(one: Gazette, other: Gazette) -> bool:
    """Whether two gazettes have another number or year, as far as both state it."""
    pairs = ((one.number.lstrip("0"), other.number.lstrip("0")), (one.year, other.year))
    return one.kind == other.kind and any(
        mine and theirs and mine != theirs for mine, theirs in pairs
    )


def _named(gazette: Gazette) -> str:
    year = f" Tahun {gazette.year}" if gazette.year else ""
    return f"{gazette.kind}{year} Nomor {gazette.number}"
