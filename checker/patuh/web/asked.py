"""What a request asks about; the process that works on it needs no server to read this."""

import datetime

from msgspec import Struct

from patuh.inputs.checks import Kind
from patuh.messages import Lang


class WrongRequestError(Exception):
    """A request that the page does not send."""


class Asked(Struct, frozen=True):
    """An input: its bytes, the name of its file without any folder, and how it is read.

    `base` is the regulation that a draft amends, or the proposal that this one changes, with the
    name of its file. `day` is the day of the request, on which a
    report may depend.
    """

    data: bytes
    name: str
    lang: Lang
    kind: Kind | None = None
    region: str | None = None
    sheet: str | None = None
    base: tuple[bytes, str] | None = None
    day: datetime.date = datetime.date.min
