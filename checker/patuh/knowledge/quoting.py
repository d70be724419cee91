"""A provision as a `pasal_NN.lp` quotes it; `provisions` reads what this writes."""

import textwrap

from patuh_parser.legal.ids import label

_WIDTH = 112


def block(provision: str, text: str, encoding: str) -> str:
    """The label and id of a provision, its text to the letter, and the rules under it."""
    quoted = textwrap.fill(
        text, _WIDTH, initial_indent="%  ", subsequent_indent="%  ", break_on_hyphens=False
    )
    return (
        "\n".join(filter(None, [f"%% {label(provision)} [{provision}]", quoted, encoding])) + "\n"
    )
