"""A wrong call, told in the language of the call: click itself speaks English only."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # help is to be instant
    from patuh.knowledge.messages import Lang

_CLICK: tuple[tuple[str, str], ...] = (
    (r"No such option:? '?([^' ]+?)'?\.?", "tidak ada pilihan `{0}`"),
    (r"No such command '(.*)'\.", "tidak ada perintah `{0}`"),
    (r"Missing argument '(.*)'\.", "`{0}` belum disebut"),
    (r"Missing command\.", "perintahnya belum disebut"),
    (r"Option '(.*)' requires an argument\.", "pilihan `{0}` memerlukan nilai"),
    (r"Option '(.*)' does not take a value\.", "pilihan `{0}` tidak memakai nilai"),
    (r"Got unexpected extra arguments? \((.*)\)", "tidak dimengerti: {0}"),
    (
        r"Invalid value for '(.*?)': '(.*)' is not one of (.*)\.",
        "`{1}` tidak dikenal untuk {0}; pilihannya: {2}",
    ),
    (
        r"Invalid value for '(.*?)': (.*) is not in the range x>0\.",
        "nilai {0} harus lebih dari 0, bukan {1}",
    ),
    (
        r"Invalid value for '(.*?)': '(.*)' is not a valid float range\.",
        "nilai {0} harus berupa angka, bukan `{1}`",
    ),
    (
        r"Invalid value for '(.*?)': (?:Directory|File|Path) '(.*)' does not exist\.",
        "{0}: `{1}` tidak ada",
    ),
    (
        r"Invalid value for '(.*?)': Directory '(.*)' is a file\.",
        "{0}: `{1}` adalah berkas, bukan folder",
    ),
    (
        r"Invalid value for '(.*?)': File '(.*)' is a directory\.",
        "{0}: `{1}` adalah folder, bukan berkas",
    ),
    (
        r"Invalid value for '(.*?)': (?:Directory|File|Path) '(.*)' is not readable\.",
        "{0}: `{1}` tidak dapat dibaca: tidak ada izin",
    ),
)
_MEANT = re.compile(r" Did you mean '(.*)'\?$| \(Did you mean one of: (.*)\?\)$")


class WrongCallError(click.UsageError):
    """A call that cannot be followed, in the words of patuh."""

    def __init__(self, indonesian: str, english: str, ctx: click.Context | None = None) -> None:
        super().__init__(f"{indonesian} / {english}", ctx)
        self.texts: dict[Lang, str] = {"id": indonesian, "en": english}


class FaultError(click.ClickException):
    """Something other than the call is at fault; exit code 2 all the same."""

    exit_code = 2

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(f"{indonesian} / {english}")
        self.texts: dict[Lang, str] = {"id": indonesian, "en": english}


def language_of(words: Sequence[str]) -> "Lang":
    """The language that a call asks for, though it cannot be parsed."""
    asked = [
        word.removeprefix("--lang=")
        for before, word in pairwise(["", *words])
        if before == "--lang" or word.startswith("--lang=")
    ]
    return "en" if asked[-1:] == ["en"] else "id"


def told(error: click.ClickException, lang: "Lang") -> str:
    """What is wrong and, if it is the call, how the command is called."""
    if type(error).__name__ == "NoArgsIsHelpError":  # of click 8.2 and later: its text is the help
        return error.format_message()
    if isinstance(error, WrongCallError | FaultError):
        message = error.texts[lang]
    else:
        message = error.format_message()
        message = _indonesian(message) if lang == "id" else message
    context = error.ctx if isinstance(error, click.UsageError) else None
    label = {"id": "galat", "en": "error"}[lang]
    return f"{_usage(context, lang) if context else ''}{label}: {message}"


def _usage(ctx: click.Context, lang: "Lang") -> str:
    pieces = " ".join(ctx.command.collect_usage_pieces(ctx))
    path = ctx.command_path
    if lang == "en":
        return f"usage: {path} {pieces}\nhelp: {path} --help\n\n"
    pieces = pieces.replace("[OPTIONS]", "[PILIHAN]").replace("COMMAND [ARGS]...", "PERINTAH …")
    return f"pemakaian: {path} {pieces}\nbantuan: {path} --help\n\n"


def _indonesian(message: str) -> str:
    """The words of click in Indonesian; what is not known stays as it is."""
    near = _MEANT.search(message)
    bare = message[: near.start()] if near else message
    for pattern, words in _CLICK:
        found = re.fullmatch(pattern, bare, re.DOTALL)
        if found is not None:
            meant = (near[1] or near[2].replace("'", "")) if near else ""
            groups = (group.replace("', '", ", ").strip("'") for group in found.groups())
            return words.format(*groups) + (f"; maksud Anda: {meant}?" if meant else "")
    return message
