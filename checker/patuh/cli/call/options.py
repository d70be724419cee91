"""Options that several commands share."""

import datetime
import sys
from typing import Any

import click

from patuh.cli.call.wrong_call import WrongCallError
from patuh.knowledge.messages import Lang

LANG = click.Choice(["id", "en"])


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
            raise WrongCallError(
                f"--as-of: `{value}` bukan tanggal; tulis TAHUN-BULAN-HARI, misalnya 2024-03-01",
                f"--as-of: `{value}` is no date; write YYYY-MM-DD, such as 2024-03-01",
                ctx,
            ) from None


def language(ctx: click.Context) -> Lang:
    """The language chosen for the command; Indonesian unless `--lang en`."""
    return "en" if ctx.params.get("lang") == "en" else "id"


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says, so that output is the same everywhere."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
