"""`Subbagian X dan Staf Ahli`: one name or two, where the text does not tell (E320)."""

from collections.abc import Iterable
from itertools import pairwise

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.parsing.syntax import Sentence
from patuh_parser.sotk.resolving.units import Units
from patuh_parser.sotk.vocabulary import tables


def check_joined(sentences: Iterable[Sentence], units: Units, errors: Diagnostics) -> None:
    """Note where an office is joined to a part of another unit of which nothing says where it is.

    The name of such a part may hold the name of an office.
    """
    joint = tables().phrases["DAN"][0]
    for sentence in sentences:
        holds = sentence.body.form == "contains"
        for names in (sentence.subject.names, sentence.body.objects.names):
            for part, office in pairwise(names):
                if _is_office(office, units) and (holds or _is_nowhere(part, units)):
                    both = part.span.to(office.span)
                    said = f"{part.name} {joint} {office.name}"
                    errors.add("E320", both, said, joint, hint="H_ONE_OR_TWO", hint_args=(said,))


def _is_office(name: Mention, units: Units) -> bool:
    return (
        name.key in units.names.reserved
        and name.inside is None
        and not units.kinds.may_lie_inside(name.sort)
        and name.sort not in units.kinds.agencies
    )


def _is_nowhere(part: Mention, units: Units) -> bool:
    return (
        part.key is None
        and part.sort in units.kinds.nested
        and not (part.quoted or part.title or part.inside or part.name in units.keys)
    )
