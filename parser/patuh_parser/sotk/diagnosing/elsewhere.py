"""Sentences of STRUKTUR that say something in the words of ALUR or PERUBAHAN."""

from collections.abc import Sequence

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lines.words import joined_texts
from patuh_parser.sotk.vocabulary import is_verb, phrases_of, tables


def belongs_elsewhere(tokens: Sequence[Token], place: int, errors: Diagnostics) -> bool:
    """Note a verb of ALUR (E422) or PERUBAHAN (E423), and write out what says it there."""
    verb = tokens[place].text
    before = [token for token in tokens[:place] if token.type not in MODALS]
    subject, modal = (
        joined_texts([token.text for token in some])
        for some in (before, tokens[len(before) : place])
    )
    rest = joined_texts([token.text for token in tokens[place + 1 :] if token.type != "DOT"])
    elsewhere = tables().elsewhere
    active = tables().changes.get(verb)
    passive = elsewhere["passives"].get(verb)
    if verb in elsewhere["becomes"]:
        renamed = tokens[place + 1].type == "NAME" and len(before) == place
        active, passive = None, elsewhere["becomes"][verb] if renamed else None
        rest = f"{verb} {rest}"
    if active or passive:
        change = f"{verb} {rest}" if active else f"{passive} {_passive(passive, subject, rest)}"
        if verb in elsewhere["founds"]:
            change += f" pada {subject}"
        errors.add("E423", tokens[place].span, verb, hint="H_CHANGE", hint_args=(f"{change}.",))
        return True
    lines = {phrase.split()[0] for phrase in tables().phrases["HUBUNGAN_KERJA"]}
    if place and tokens[place - 1].type == "ONLY":
        lines.update(str(word) for word in phrases_of("structure"))
    if (verb in lines or not is_verb(verb)) and verb not in elsewhere["reports"]:
        return False
    reported = next((words for words in _reports() if f"{verb} {rest}".startswith(words)), None)
    who = f"{subject} {modal}".strip()
    kind, title, step = "kegiatan", f"{subject} {verb}", f"{who} {verb} {rest}"
    if reported is not None:
        rest = f"{verb} {rest}".removeprefix(reported).strip()
        kind, title = elsewhere["report"][0], f"{elsewhere['report'][1]} {subject}"
        step = f"{who} {elsewhere['report'][2]} {rest}"
    errors.add(
        "E422", tokens[place].span, verb, hint="H_FLOW", hint_args=(f'ALUR {kind} "{title}"', step)
    )
    return True


def _passive(verb: str, subject: str, rest: str) -> str:
    """What becomes of a subject, as PERUBAHAN says it."""
    elsewhere = tables().elsewhere
    if verb in elsewhere["merges"]:
        for words in elsewhere["into"]:
            if rest.startswith(f"{words} "):
                other = rest.removeprefix(words).strip()
                return f"{subject} dan {other} menjadi {other}"
    first, _, following = rest.partition(" ")
    return f"{subject} {elsewhere['onward'].get(first, first)} {following}".rstrip()


def _reports() -> list[str]:
    """The words that say that a report is given, the longest first."""
    return sorted(tables().elsewhere["reports"], key=len, reverse=True)
