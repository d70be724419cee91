"""Options that several commands share."""

import datetime
from typing import Any

import click

from patuh.cli.call.help import Decorator, option
from patuh.cli.call.wrong_call import WrongCallError


class IsoDate(click.ParamType[datetime.date]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: Any, _param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """The date; fails with a usage error if it is none."""
        if isinstance(value, datetime.date):
            return value
        try:
            if len(value) != len("YYYY-MM-DD"):
                raise ValueError
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise WrongCallError("calls.no_date", ctx, value=value) from None


class Seconds(click.FloatRange):
    """A limit of time: a positive number that is one, and that the system can wait for."""

    name = "seconds"

    def __init__(self) -> None:
        super().__init__(min=0, min_open=True)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number; fails with a usage error for `nan`, `inf` and what is longer than days."""
        seconds: float = super().convert(value, param, ctx)
        if not seconds <= LONGEST:
            raise WrongCallError("calls.no_seconds", ctx, value=value, most=LONGEST)
        return seconds


LONGEST = 1_000_000
"""Seconds, some eleven days."""


def form_option(*forms: str) -> Decorator:
    """`--format`, by default the first of the forms."""
    return option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True)


LEVELS = ["pelanggaran", "belum-lengkap", "peringatan", "catatan"]
lang_option = option(
    "--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, expose_value=False
)
"""`--lang`, which `patuh.cli.call.language.language` gives."""
fail_on_option = option(
    "--fail-on",
    type=click.Choice([*LEVELS, "belum_lengkap"]),
    default="belum-lengkap",
    show_default=True,
)
base_option = option("--base", type=click.Path(dir_okay=False), metavar="FILE")
output_option = option("-o", "--output", metavar="FILE")
overlay_option = option(
    "--kb-overlay", type=click.Path(exists=True, file_okay=False), metavar="FOLDER"
)
