"""What repairs are chosen from, and what each choice costs."""

from msgspec import Struct

from patuh.repair.items import Item
from patuh_parser.sotk.forms import Node
from patuh_parser.sotk.model import Amendment

CHANGE = 2
"""Cost of changing the wording: verb, adverb, station, modality, place of an entry or step."""
PATTERN = 3
"""Cost of another kind of relation, or another actor of a step."""
PARTY = 4
"""Cost of another party, another parent, or the contrary declaration."""
ADD = 3
"""Cost of adding a sentence or an attribute."""
INSERT = 4
"""Cost of putting in a step."""
DROP = 3
"""Cost of taking an entry out of a list."""
REMOVE = 6
"""Cost of taking a sentence away: what the drafter wants is given up only if nothing else helps."""
REFLOW = 5
"""Cost of a workflow of its own, after the model of one that is there."""
EXTRA = 1
"""Further cost of a change that alters more than one thing, or leaves open what it could say."""
STANDING = 5
"""Further cost of a change to what stands already: to a sentence of the base of a proposal."""


class Candidate(Struct, frozen=True):
    """Put `node` in the place of one node of `item` (None: take the sentence away).

    Without `item` the node is added: to the structure, or to `workflow` as an attribute or as
    a step whose scaled number says where. `old` is the node of the item that is replaced.
    `amendment` is the sentence of PERUBAHAN that says it of what stands in a base; `also` are
    further nodes of the item with what takes their place; `more` are changes of other items that
    are made together with this one, at no further cost.
    """

    cost: int
    node: Node | None
    item: Item | None = None
    old: Node | None = None
    workflow: int | None = None
    chart: bool = False
    amendment: Amendment | None = None
    also: tuple[tuple[Node, Node], ...] = ()
    more: tuple["Candidate", ...] = ()
