"""`--region`, `--sort`, `--only`: whose regulation a table or a new proposal is for, further names,
and what proposals are held against."""

from contextlib import AbstractContextManager

import click

from patuh.cli.call.language import language
from patuh.cli.call.wrong_call import WrongCallError
from patuh.inputs.proposals import region_refused
from patuh.knowledge.regulations import Regulation, national, only, regulations, standing


def law_of(region: str | None, ctx: click.Context) -> Regulation:
    """The regulation of a region, else the national one; an error where it is none."""
    if region is None:
        raise WrongCallError("import.no_region_given", ctx, first=regulations()[0].region)
    laws = standing(region)
    if not laws:
        text, hint = region_refused(region)[language(ctx)]
        raise WrongCallError("import.no_region", ctx, what=f"{text}; {hint}" if hint else text)
    return laws[0]


def held_against(ids: tuple[str, ...], ctx: click.Context) -> AbstractContextManager[None]:
    """What `--only` says: the regulations that proposals are held against meanwhile."""
    known = [law.id for law in (*regulations(), *national())]
    for name in ids:
        if name not in known:
            raise WrongCallError("calls.no_regulation", ctx, name=name, known=", ".join(known))
    return only(ids)


def pair(value: str, ctx: click.Context) -> tuple[str, str]:
    """What `--sort` says: words that begin names, and a first word of the same sort."""
    words, _, sort = (" ".join(part.split()) for part in value.partition("="))
    if not words or not sort or not words[0].isupper():
        raise WrongCallError("import.no_sort", ctx, value=value)
    return words, sort
