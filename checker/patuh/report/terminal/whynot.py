"""Why a check does not fire for a unit or workflow: case by case, the condition that fails."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from patuh.engine.absence.attempts import Attempt
from patuh.engine.atoms.derivation import Atom, Literal
from patuh.finding import Place
from patuh.knowledge.provisions import quotations
from patuh.report.phrases import phrase
from patuh.report.terminal.style import Style
from patuh.report.wording import Wording

_TEXTS = {
    "id": {
        "off": "{check} tidak aktif dalam {law}: peraturan itu tidak memuat norma tentang ini",
        "silent": "{check} tidak menghasilkan temuan untuk {subject}, karena:",
        "fires": "{check} menghasilkan temuan untuk {subject} (kasus {case}); lihat patuh check",
        "case": "kasus {case}",
        "held": "terpenuhi",
        "failed": "tidak terpenuhi",
        "guard": "dikecualikan",
        "not": "bukan: {text}",
        "because": "sebab",
        "near": "yang paling mendekati",
        "total": "({count} yang serupa)",
    },
    "en": {
        "off": "{check} is off in {law}: the regulation has no norm on this",
        "silent": "{check} gives no finding for {subject}, because:",
        "fires": "{check} does give a finding for {subject} (case {case}); see: patuh check --why",
        "case": "case {case}",
        "held": "holds",
        "failed": "fails",
        "guard": "excepted",
        "not": "not: {text}",
        "because": "for",
        "near": "nearest",
        "total": "({count} alike)",
    },
}
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
    texts = _TEXTS[wording.lang]
    if not attempts:
        laws = ", ".join(map(wording.regulation, wording.regulations))
        yield texts["off"].format(check=check, law=laws)
        return
    for case, attempt in attempts:
        if attempt is None:
            yield texts["fires"].format(check=check, subject=subject, case=case.replace("_", " "))
            return
    yield style.paint(texts["silent"].format(check=check, subject=subject), "bold")
    deepest: dict[str, Attempt] = {}
    for case, attempt in attempts:
        known = deepest.get(case)
        if attempt is not None and (known is None or len(attempt.held) > len(known.held)):
            deepest[case] = attempt
    for case, attempt in sorted(deepest.items(), key=lambda item: -len(item[1].held)):
        yield ""
        yield style.paint(texts["case"].format(case=case.replace("_", " ")), "blue")
        yield from _attempt(attempt, places, wording, style)


def _attempt(
    attempt: Attempt, places: Mapping[str, Place], wording: Wording, style: Style
) -> Iterator[str]:
    texts = _TEXTS[wording.lang]
    for literal in attempt.held:
        yield from _line(f"  ✓ {texts['held']}: ", _say(literal, places, wording))
    label = texts["guard"] if attempt.against else texts["failed"]
    mark = style.paint(f"  ✗ {label}: ", "peringatan") if style.color else f"  ✗ {label}: "
    yield from _line(mark, _say(attempt.failed, places, wording))
    for atom in attempt.against:
        yield from _line(f"      {texts['because']}: ", _atom(atom, places, wording))
    for near in attempt.near[:_MOST]:
        yield from _line(f"      {texts['near']}: ", _atom(near.atom, places, wording))
    if attempt.near_count > _MOST:
        yield "      " + texts["total"].format(count=attempt.near_count)


def _say(literal: Literal, places: Mapping[str, Place], wording: Wording) -> str:
    if literal.kind in {"comparison", "aggregate"}:
        return literal.atom.text
    text = _atom(literal.atom, places, wording)
    return _TEXTS[wording.lang]["not"].format(text=text) if literal.kind == "negative" else text


def _atom(atom: Atom, places: Mapping[str, Place], wording: Wording) -> str:
    text = phrase(atom.predicate, atom.arguments, wording)
    if atom.text in places:
        return f"{text} [{places[atom.text].path}:{places[atom.text].span.line}]"
    law, leaf = (atom.arguments[0], atom.arguments[-1]) if atom.arguments else ("", "")
    if isinstance(law, str) and isinstance(leaf, str) and law in wording.regulations:
        quoted = quotations(law).get(leaf)
        return f"{text} [{quoted.label}]" if quoted else text
    return text


def _line(prefix: str, text: str) -> list[str]:
    plain = prefix if "\x1b" not in prefix else "        "
    return textwrap.wrap(
        text, 100, initial_indent=prefix, subsequent_indent=" " * len(plain),
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip
