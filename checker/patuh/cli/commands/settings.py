"""`patuh.toml`: options of `patuh check` for a folder and all below it, unless a call says else.

A key is the name of an option.
"""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from patuh.cli.call.wrong_call import WrongCallError, meant
from patuh.cli.outputs.terminal import aside
from patuh.inputs.paths import reason, settings_of
from patuh.messages import say

KEYS = (
    *("lang", "fail-on", "level", "kb-overlay", "baseline", "region"),
    *("timeout", "format", "brief", "why", "repairs", "color"),
)
_LARGEST = 65_536
_CALL = ParameterSource.COMMANDLINE


def settle(ctx: click.Context, paths: Sequence[str], passed: frozenset[str]) -> None:
    """Give the parameters of a call the values of the file for its inputs, where it says none.

    Keys that are `passed` over mean nothing in this call.

    Raises `WrongCallError` for a file that cannot be read or says what no option takes, and where
    the inputs lie under several.
    """
    files = list(dict.fromkeys(filter(None, map(settings_of, paths))))
    if len(files) > 1:
        raise WrongCallError("calls.settings_several", ctx, names=", ".join(map(str, files)))
    for file in files:
        text, values = _read(file, ctx)
        options = {max(one.opts, key=len).removeprefix("--"): one for one in ctx.command.params}
        for key, value in values.items():
            if key not in KEYS:
                from difflib import get_close_matches

                near = meant(get_close_matches(key, KEYS, 1))
                raise _wrong("settings_key", file, text, key, ctx, near=near)
            _take(ctx, options[key], file, text, key, value, key in passed)
        aside(say("calls.settings_used", ctx.find_root().obj, path=file))


def _take(
    ctx: click.Context,
    option: click.Parameter,
    file: Path,
    text: str,
    key: str,
    value: Any,
    passed: bool,
) -> None:
    name = option.name or ""
    asked = (ctx, ctx.parent) if ctx.parent is not None else (ctx,)
    flag = isinstance(option, click.Option) and option.is_flag
    fits = isinstance(value, bool) if flag else type(value) in (str, int, float)
    if isinstance(option.type, click.Path) or key == "baseline":
        value = os.path.join(file.parent, str(value))
    try:
        taken = value if flag else option.type.convert(value, option, ctx)
    except click.UsageError:
        fits = False
    if not fits:
        choices = option.type.choices if isinstance(option.type, click.Choice) else ()
        raise _wrong("settings_value", file, text, key, ctx, near=meant(list(map(str, choices))))
    if passed or any(one.get_parameter_source(name) is _CALL for one in asked):
        return
    if key == "lang":
        ctx.find_root().obj = taken
    else:
        ctx.params[name] = taken


def _read(file: Path, ctx: click.Context) -> tuple[str, dict[str, Any]]:
    import tomllib

    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        raise WrongCallError("calls.settings_unread", ctx, path=file, why=reason(error)) from None
    try:
        text = data.decode("utf-8")
        if len(data) > _LARGEST:
            raise ValueError("line 1")
        return text, tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = found[1] if found else "1"
        raise WrongCallError("calls.settings_no_toml", ctx, path=file, line=line) from None


def _wrong(
    what: str, file: Path, text: str, key: str, ctx: click.Context, **values: Any
) -> WrongCallError:
    line = next(_lines(text, key), 1)
    return WrongCallError(f"calls.{what}", ctx, path=file, line=line, key=key, **values)


def _lines(text: str, key: str) -> Iterator[int]:
    pattern = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    yield from (at for at, line in enumerate(text.split("\n"), 1) if pattern.match(line))
