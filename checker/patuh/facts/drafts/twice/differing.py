"""What two places of a draft say differently."""

from typing import Literal

from msgspec import Struct

from patuh_parser.text.span import Span


class Differing(Struct, frozen=True):
    """Where it stands that is doubted, what is written there, and what another place has.

    `where` is the sort of the place: a provision (or what stands above and behind them all), an
    attachment, the explanation of one provision.
    """

    at: Span
    here: str
    there: str
    where: Literal["naskah", "lampiran", "penjelasan"] = "naskah"
