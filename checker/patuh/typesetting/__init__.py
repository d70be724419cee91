"""Pages by typst: a template of ours filled with data, which it never reads as its own language."""

import datetime
import json
from pathlib import Path
from typing import Any, Literal


class TypstMissingError(Exception):
    """typst is not installed."""


def typeset(
    template: str,
    data: Any,
    form: Literal["png", "pdf"],
    day: datetime.date,
    *,
    pixels: float = 144,
) -> bytes:
    """The bytes of a document: the template `template`.typ with `data` as its input, JSON.

    Only the fonts that typst brings are used, and all times are midnight of `day`. Raises
    `TypstMissingError` without typst.
    """
    try:
        import typst
    except ImportError as error:
        raise TypstMissingError from error
    source = Path(__file__).with_name(f"{template}.typ").read_bytes()
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return typst.compile(
        source,
        format=form,
        ppi=pixels,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=midnight,
    )
