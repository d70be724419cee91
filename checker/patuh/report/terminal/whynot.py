"""Why a check does not fire for a unit or workflow: case by case, the condition that fails."""

from collections.abc import Iterator, Mapping, Sequence

from patuh.engine.absence.attempts import Attempt
from patuh.engine.atoms.derivation import Atom, Literal
from patuh.finding import Place
from patuh.knowledge.provisions import quotations
from patuh.report.atoms_said import phrase
from patuh.report.terminal.style import Style
from patuh.report.wording import Wording
from patuh_parser.text.shown import shown

_MOST = 3


def render(
    check: str,
    subject: str,
    attempts: Sequence[tuple[str, Attempt | None]],
    places: Mapping[str, Place],
    wording: Wording,
    style: Style,
) -> Iterator[str]:
    """The answer, line by line; the attempts that got furthest come first."""
    if not attempts:
        laws = ", ".join(map(wording.regulation, wording.regulations))
        yield wording.say("proof.why_not.off", check=check, law=laws)
        return
    for case, attempt in attempts:
        if attempt is None:
            case = case.replace("_", " ")
            yield wording.say("proof.why_not.fires", check=check, subject=subject, case=case)
            return
    silent = wording.say("proof.why_not.silent", check=check, subject=subject)
    yield style.paint(silent, "bold")
    deepest: dict[str, Attempt] = {}
    for case, attempt in attempts:
        known = deepest.get(case)
        if attempt is not None and (known is None or len(attempt.held) > len(known.held)):
            deepest[case] = attempt
    for case, attempt in sorted(deepest.items(), key=lambda item: -len(item[1].held)):
        yield ""
        title = wording.say("proof.why_not.case", case=case.replace("_", " "))
        yield style.paint(title, "blue")
        yield from _attempt(attempt, places, wording, style)


def _attempt(
    attempt: Attempt, places: Mapping[str, Place], wording: Wording, style: Style
) -> Iterator[str]:
    for literal in attempt.held:
        held = wording.say("proof.why_not.held")
        yield from _line(style, f"  ✓ {held}: ", _say(literal, places, wording))
    label = wording.say(f"proof.why_not.{'guard' if attempt.against else 'failed'}")
    mark = style.paint(f"  ✗ {label}: ", "peringatan") if style.color else f"  ✗ {label}: "
    yield from _line(style, mark, _say(attempt.failed, places, wording))
    because, nearest = wording.say("proof.why_not.because"), wording.say("proof.why_not.near")
    for atom in attempt.against:
        yield from _line(style, f"      {because}: ", _atom(atom, places, wording))
    for near in attempt.near[:_MOST]:
        yield from _line(style, f"      {nearest}: ", _atom(near.atom, places, wording))
    if attempt.near_count > _MOST:
        yield "      " + wording.say("proof.why_not.total", count=attempt.near_count)


def _say(literal: Literal, places: Mapping[str, Place], wording: Wording) -> str:
    if literal.kind in {"comparison", "aggregate"}:
        return literal.atom.text
    text = _atom(literal.atom, places, wording)
    return wording.say("proof.why_not.not", text=text) if literal.kind == "negative" else text


def _atom(atom: Atom, places: Mapping[str, Place], wording: Wording) -> str:
    text = phrase(atom.predicate, atom.arguments, wording)
    if atom.text in places:
        return f"{text} [{shown(places[atom.text].path)}:{places[atom.text].span.line}]"
    law, leaf = (atom.arguments[0], atom.arguments[-1]) if atom.arguments else ("", "")
    if isinstance(law, str) and isinstance(leaf, str) and law in wording.regulations:
        quoted = quotations(law).get(leaf)
        return f"{text} [{quoted.label}]" if quoted else text
    return text


def _line(style: Style, prefix: str, text: str) -> list[str]:
    return style.wrapped(text, prefix, " " * (8 if "\x1b" in prefix else len(prefix)))
