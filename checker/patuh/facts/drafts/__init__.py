"""A draft as facts: the atoms of `kb/drafting/vocabulary/naskah.lp`.

One module a part of the text; each also names the words of its part in which marks are looked for
(`patuh.facts.drafts.marks`).
"""

from patuh.consolidation import is_other
from patuh.facts.drafts.addressed import addressee_facts
from patuh.facts.drafts.amending.changes import change_facts
from patuh.facts.drafts.amending.deletions import deletion_facts
from patuh.facts.drafts.amending.instructions import instruction_facts
from patuh.facts.drafts.amending.quoted_units import quoted_unit_facts
from patuh.facts.drafts.amounts.differences import difference_facts
from patuh.facts.drafts.amounts.reversed import reversed_facts
from patuh.facts.drafts.amounts.shares import share_facts
from patuh.facts.drafts.amounts.sums import sum_facts
from patuh.facts.drafts.attachments.annexed import annex_facts
from patuh.facts.drafts.attachments.annexed_names import annexed_name_facts
from patuh.facts.drafts.attachments.attached import attachment_facts
from patuh.facts.drafts.attachments.listed import list_number_facts
from patuh.facts.drafts.bases import basis_facts
from patuh.facts.drafts.brackets import bracket_facts
from patuh.facts.drafts.cited.citations import citation_facts
from patuh.facts.drafts.cited.lettered import lettered_facts
from patuh.facts.drafts.cited.meant import meant_facts
from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.cited.same_title import same_title_facts
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.ending import ending_facts
from patuh.facts.drafts.explaining.entries import explanation_facts
from patuh.facts.drafts.explaining.quoted import quoted_facts
from patuh.facts.drafts.identity import identity_facts
from patuh.facts.drafts.lists import list_facts
from patuh.facts.drafts.marks import mark_facts
from patuh.facts.drafts.naming.definitions import definition_facts
from patuh.facts.drafts.naming.numbered_names import numbered_name_facts
from patuh.facts.drafts.naming.other_regions import other_region_facts
from patuh.facts.drafts.naming.unit_names import organisation_of, unit_name_facts
from patuh.facts.drafts.naming.unit_tasks import unit_task_facts
from patuh.facts.drafts.naming.words import word_facts
from patuh.facts.drafts.numbers import number_facts
from patuh.facts.drafts.opening import opening_facts
from patuh.facts.drafts.part_places import part_places
from patuh.facts.drafts.scope import scope_facts
from patuh.facts.drafts.sequences import sequence_facts
from patuh.facts.drafts.twice import twice_facts
from patuh.facts.drafts.units import unit_facts
from patuh.facts.drafts.unread import unread_facts
from patuh.facts.emit import Facts
from patuh_parser.legal.model import Draft


def draft_facts(draft: Draft, base: Draft | None = None) -> Facts:
    """The facts of a draft; `base` is the regulation that it amends, if it is at hand."""
    into = Collector(draft)
    resolver = Resolver(draft, base if base is None or not is_other(draft, base) else None)
    identity_facts(into)
    unit_facts(into)
    numbered_name_facts(into)
    other_region_facts(into)
    sequence_facts(into)
    list_facts(into)
    scope_facts(into)
    opening_facts(into, resolver)
    addressee_facts(into)
    basis_facts(into)
    definition_facts(into)
    word_facts(into)
    if organisation := organisation_of(draft):
        told = unit_name_facts(into, resolver, organisation)
        unit_task_facts(into, organisation, told)
    number_facts(into)
    share_facts(into)
    reversed_facts(into)
    twice_facts(into, resolver)
    sum_facts(into, resolver)
    difference_facts(into)
    bracket_facts(into)
    citation_facts(into, resolver)
    meant_facts(into, resolver)
    lettered_facts(into, resolver)
    same_title_facts(into, resolver)
    change_facts(into, base, resolver.applied)
    deletion_facts(into)
    instruction_facts(into, resolver)
    quoted_unit_facts(into)
    ending_facts(into)
    part_places(into)
    explanation_facts(into)
    quoted_facts(into)
    attachment_facts(into)
    annex_facts(into)
    annexed_name_facts(into)
    list_number_facts(into)
    mark_facts(into)
    unread_facts(into)
    given = [*into.places, *into.known]
    text = ".\n".join(given) + ".\n" if given else ""
    return Facts(text, into.places, into.loci, tuple(into.unknown), tuple(into.untitled))
