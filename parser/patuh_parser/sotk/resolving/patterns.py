"""Patterns and sub-patterns of working relations, as written."""

from collections.abc import Mapping, Sequence

_SECTORAL = ("inter", "lintas", "multi")


def read_pattern(
    words: Sequence[str], term: str | None, spellings: Mapping[str, str]
) -> tuple[str | None, str | None, str | None]:
    """Return pattern, sub-pattern and sectoral term.

    The first word is the pattern. `lintas sektoral` beside another sub-pattern is a sectoral
    term, alone it is the sub-pattern; so is what stands in brackets.
    """
    if not words and not term:
        return None, None, None
    standard = [
        spellings.get(word, word) for word in words if word not in ("dan", "serta", "secara")
    ]
    pattern = standard[0] if standard else None
    rest = standard[1:]
    sectoral = _sectoral((term or "").split()) or (term.strip().replace(" ", "_") if term else None)
    for at in range(len(rest) - 1):
        found = _sectoral(rest[at : at + 2])
        if found and (len(rest) > 2) and sectoral is None:
            sectoral = found
            rest = rest[:at] + rest[at + 2 :]
            break
        if found and len(rest) == 2:
            rest = [found]
            break
    return pattern, " ".join(rest) or None, sectoral


def _sectoral(words: Sequence[str]) -> str | None:
    if len(words) == 2 and words[0] in _SECTORAL and words[1] in ("sektoral", "sektor"):
        return f"{words[0]}_sektoral"
    return None
