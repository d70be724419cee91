"""What a draft says in more than one place, and differently: read here, and told once a place."""

from itertools import chain

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.twice.amenders import other_amenders
from patuh.facts.drafts.twice.annexed_rows import other_annexed
from patuh.facts.drafts.twice.charted import other_charted
from patuh.facts.drafts.twice.cited_numbers import other_cited
from patuh.facts.drafts.twice.excluded import other_excluded
from patuh.facts.drafts.twice.explained import other_explained
from patuh.facts.drafts.twice.frequencies import other_frequencies
from patuh.facts.drafts.twice.listed_names import other_listed
from patuh.facts.drafts.twice.measures import other_measures
from patuh.facts.drafts.twice.numbers import other_numbers
from patuh.facts.drafts.twice.persons import other_persons
from patuh.facts.text import string


def twice_facts(into: Collector, resolver: Resolver) -> None:
    """The later of two statements on one thing, and what is not as where it is laid down."""
    found = chain(
        other_numbers(into, resolver),
        other_cited(into, resolver),
        other_frequencies(into, resolver),
        other_persons(into),
        other_amenders(into),
        other_annexed(into),
        other_charted(into),
        other_measures(into),
        other_listed(into),
        other_explained(into),
        other_excluded(into),
    )
    told: set[tuple[int, str]] = set()
    for one in found:
        here, there = (" ".join(words.split()) for words in (one.here, one.there))
        if (one.at.line, here) not in told:
            told.add((one.at.line, here))
            into.locus("dua_kali", len(told), one.at)
            written = map(string, (here, there))
            into.fact(one.at, "dikatakan_lain", len(told), one.where, *written)
