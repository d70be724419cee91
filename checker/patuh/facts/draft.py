"""A draft as facts: the atoms of `kb/drafting/vocabulary/naskah.lp`."""

from patuh.facts.draft_body import body_facts
from patuh.facts.draft_frame import frame_facts
from patuh.facts.draft_references import reference_facts
from patuh.facts.draft_terms import term_facts
from patuh.facts.emit import Facts
from patuh.facts.places import Collector
from patuh.facts.references import Resolver
from patuh_parser.legal.model import Draft


def draft_facts(draft: Draft, base: Draft | None = None) -> Facts:
    """The facts of a draft; `base` is the regulation that it amends, if it is at hand."""
    into = Collector(draft)
    resolver = Resolver(draft, base)
    body_facts(into)
    frame_facts(into, resolver)
    reference_facts(into, resolver)
    term_facts(into)
    text = ".\n".join(into.places) + ".\n" if into.places else ""
    return Facts(text, into.places, into.loci)
