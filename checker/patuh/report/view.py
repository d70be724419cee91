"""How much of a result a report shows."""

import datetime
from typing import Literal

from msgspec import Struct

from patuh.finding import Level

Proofs = Literal["short", "full"]


class View(Struct, frozen=True):
    """What is shown: findings from a level on, each in one line, with its proof short or whole;
    in the head of a page the day.

    What is left out still counts in every summary and decides the exit.
    """

    level: Level = Level.catatan
    brief: bool = False
    why: Proofs | None = None
    day: datetime.date | None = None
