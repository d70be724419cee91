"""From a sentence that is none to the one error that helps."""

from collections.abc import Sequence
from difflib import get_close_matches

from patuh_parser.sotk.diagnosing.elsewhere import belongs_elsewhere
from patuh_parser.sotk.diagnosing.one_change import changed
from patuh_parser.sotk.diagnosing.persons import person
from patuh_parser.sotk.diagnosing.pointing import instead_of
from patuh_parser.sotk.diagnosing.two_sentences import Reads, two_sentences
from patuh_parser.sotk.diagnosing.unknown_names import (
    bad_name,
    lower_name,
    mixed_name,
    near_name,
)
from patuh_parser.sotk.diagnosing.unknown_verbs import task_sentence
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.denials import UNREAD
from patuh_parser.sotk.lexing.gazetteer import split_name
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.name_finder import MAX_NAME, MAX_NESTING, NameFinder
from patuh_parser.sotk.lexing.patterns import COORDINATION, pattern_reader
from patuh_parser.sotk.lines.words import Word, joined, span_of
from patuh_parser.sotk.meant import instead
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.similar import distance, nearest

_NAMED = {"NAME", "VARIABLE"}
_FEW = 6
_LAST_WORDS = 12


def sentence_slip(
    tokens: Sequence[Token],
    place: int,
    accepts: frozenset[str],
    names: NameFinder,
    errors: Diagnostics,
    reads: Reads,
    step: bool = False,
) -> None:
    """Note the error for the token at `place`, which none of `accepts` matches.

    `reads` tells whether other tokens would have been a sentence.
    """
    if errors.full():
        return
    if step and "WORD" in accepts:
        accepts = accepts | {"VERB"}
    if place and tokens[place - 1].type == "PATTERN":
        place += tokens[place].type in ("DAN", "COMMA") and tokens[place + 1].type == "WORD"
    token = tokens[min(place, len(tokens) - 1)]
    before = tokens[place - 1].type if place else ""
    if place >= len(tokens):
        errors.add("E402", token.span, token.text, expected=_expected(accepts))
        return
    if person(token.words, errors):
        return
    if before == "NAME" and _cut_off(tokens[place - 1], token, errors):
        return
    verb = place - 1 if before == "MELAKSANAKAN" and token.type == "WORD" else place
    if (verb < place or "TANGGUNG_JAWAB" in accepts) and belongs_elsewhere(tokens, verb, errors):
        return
    if token.type == "WORD" and token.text[0] == '"':
        closed = len(token.text) > 1 and token.text[-1] == '"'
        errors.add("E308" if closed else "E209", token.span, token.text)
        return
    after = tokens[place - 2].type if before in ("DAN", "COMMA") else before
    linking = [p for p in _phrases(accepts & _LINKING) if " " not in p]
    patterned = token.type == "WORD" or token.text in tables().pattern_words["not_patterns"]
    if (
        after in _BEFORE_PATTERN
        and patterned
        and token.text[0].islower()
        and not nearest(token.text, linking)
    ):
        _pattern(token.words[token.at], before, names, errors)
        return
    if two_sentences(tokens, place, reads, errors, step) or (
        place and _before(tokens[place - 1], accepts, errors)
    ):
        return
    if token.type == "WORD":
        _word(tokens, place, before, accepts, names, errors)
        return
    if token.type == UNREAD:
        errors.add("E403", token.span, token.text, expected=_expected(accepts), hint="H_DENIAL")
        return
    if token.type == "BAD_DATE":
        errors.add("E106", token.span, token.text, expected=("date",))
        return
    if token.text.startswith('"') and not token.text.endswith('"'):
        errors.add("E209", token.span, token.text)
        return
    if token.type == "OPEN":
        errors.add("E403", token.span, token.text, hint="H_BRACKET")
        return
    code = "E402" if token.type == "DOT" else "E401"
    hint = _hint(token, before, accepts)
    args: tuple[str, ...] = ()
    if hint is None:
        hint, args = instead_of(token.text, tokens[place - 1].text if place else "")
    if hint is None and tokens[0].type == "HUBUNGAN":
        said = [f" {t.text}" for t in tokens[1:place] if t.type == "PATTERN"]
        hint, args = "H_RELATED", ("".join(said),)
    if hint is None:
        hint, args = changed(tokens, place, accepts, reads)
    errors.add(code, token.span, token.text, expected=_expected(accepts), hint=hint, hint_args=args)


def _hint(token: Token, before: str, accepts: frozenset[str]) -> str | None:
    """What helps at a token of a kind that is often written wrongly."""
    if token.type == "COLON":
        return "H_COLON"
    if token.type == "NAME" and before == "NAME":
        return "H_TWO_NAMES"
    if token.type == "PAREN":
        return "H_BRACKET"
    if before == "CLASS" or (token.type == "CLASS" and "SELURUH" in accepts):
        return "H_ALL"
    return None


def _cut_off(named: Token, token: Token, errors: Diagnostics) -> bool:
    """Note a name that goes on where no more of it is read."""
    links = [named.value]
    while links[-1].inside is not None:
        links.append(links[-1].inside)
    if token.text == "pada" and len(links) >= MAX_NESTING:
        errors.add("E315", token.span, str(MAX_NESTING))
        return True
    if len(split_name(links[-1].name)) < MAX_NAME or not token.text[0].isupper():
        return False
    errors.add("E316", token.span, token.text, str(MAX_NAME))
    return True


def _before(token: Token, accepts: frozenset[str], errors: Diagnostics) -> bool:
    """Note a word that was taken into a text or pattern, and that is a slip of what is missing."""
    if token.type not in ("WORD", "TEXT"):
        return False
    wanted = [p for p in _phrases(accepts) if " " not in p]
    for word in reversed(token.words[max(token.at, token.end - _LAST_WORDS) : token.end]):
        right = instead([word.text], 0)
        close = nearest(word.text, wanted) or tuple(p for p in wanted if p == right)
        close = close or tuple(wanted[:1] if word.text in _PREPOSITIONS else ())
        if close and word.text not in wanted:
            errors.add(
                "E403",
                span_of([word]),
                word.text,
                expected=_expected(accepts),
                suggestions=close[:1],
            )
            return True
    return False


def _word(
    tokens: Sequence[Token],
    place: int,
    before: str,
    accepts: frozenset[str],
    names: NameFinder,
    errors: Diagnostics,
) -> None:
    token = tokens[place]
    run = [token]
    for following in tokens[place + 1 :]:
        if following.type != "WORD":
            break
        run.append(following)
    words = [Word(t.text, t.span.line, t.span.column) for t in run]
    text = token.text
    if text.endswith("...") or (text.isdigit() and place == 0):
        errors.add("E207", span_of(words), joined(words), hint="H_CATCHWORD")
        return
    lowered = lower_name(words, names)
    if before == "MELALUI" and text[0].islower() and not lowered:
        errors.add(
            "E404", span_of(words), joined(words), expected=("station",),
            hint="H_MEANS", hint_args=(joined(words),),
        )  # fmt: skip
        return
    if before == "NAME" and text[0].islower():
        start = tokens[place - 1]
        mixed = mixed_name(start.words[start.at :], names)
        if mixed is not None and mixed[0] > start.end - start.at:
            found = start.words[start.at : start.at + mixed[0]]
            errors.add("E302", span_of(found), joined(found), suggestions=(mixed[1],))
            return
    if before == "NAME" and text[0].isupper():
        start = tokens[place - 1]
        if near_name(start.words[start.at :], token.end - start.at, names, errors):
            return
    of_title = before == "NAME" and bool(tokens[place - 1].value.title)
    if ((accepts & _NAMED or of_title) and text[0].isupper()) or lowered:
        bad_name(token.words[token.at :], 0, names, errors, first=place == 0)
        return
    if place == 0 and text[0].islower() and "NAME" in accepts:
        errors.add("E202", token.span, text, hint="H_SUBJECT")
        return
    hint, args = instead_of(text, tokens[place - 1].text if place else "")
    if text in _PURPOSE and "DOT" in accepts:
        hint = "H_PURPOSE"
    close = () if hint else _meant(token, accepts)
    if not (hint or close) and "TANGGUNG_JAWAB" in accepts:
        task = task_sentence(tokens, place)
        hint, args = ("H_TASK", (task,)) if task else (hint, args)
    errors.add(
        "E403", token.span, text, expected=_expected(accepts), suggestions=close, hint=hint,
        hint_args=args,
    )  # fmt: skip


def _pattern(word: Word, before: str, names: NameFinder, errors: Diagnostics) -> None:
    """Note a word where only a pattern of a working relation may stand."""
    reader = pattern_reader(names.gazetteer)
    text = word.text.lower()
    meant = tables().pattern_words["not_patterns"].get(text)
    sub = tables().sub_kinds.get(text)
    close = (
        (meant,) if meant else (f"{COORDINATION} {text}",) if sub else nearest(text, reader.words)
    )
    expected = "sub_kind" if before == "BERKOORDINASI" else "pattern"
    errors.add("E421", span_of([word]), word.text, expected=(expected,), suggestions=close)


_PURPOSE = frozenset({"dalam", "untuk", "guna"})
_LINKING = frozenset({"DENGAN", "MELALUI", "KEPADA"})
_BEFORE_PATTERN = frozenset({"HUBUNGAN_KERJA", "BERKOORDINASI", "PATTERN", "DENGAN_POLA", "ONLY",
                             "BERSIFAT", "HUBUNGAN"})  # fmt: skip


def _meant(token: Token, accepts: frozenset[str]) -> tuple[str, ...]:
    """The phrases that would do here and that the words from the token on resemble."""
    texts = [word.text for word in token.words[token.at : token.at + 6]]
    right = instead(texts, 0)
    if right is not None:
        return (right,)
    known = _phrases(accepts)
    near = [
        (steps, order, phrase)
        for order, phrase in enumerate(known)
        if (steps := _steps(phrase, texts)) is not None
    ]
    if near:
        return (min(near)[2],)
    firsts = {phrase.split()[0]: phrase for phrase in reversed(known)}
    text = token.text
    if text in firsts:
        return (firsts[text],)  # the rest of it is missing
    close = nearest(text, firsts) or tuple(get_close_matches(text, firsts, 1, 0.75))
    return tuple(firsts[first] for first in close)


def _steps(phrase: str, texts: Sequence[str]) -> int | None:
    """In how many letters the words at the start differ from a phrase; None if in too many."""
    count = phrase.count(" ") + 1
    found = " ".join(texts[:count])
    allowed = min(3, max(1, len(phrase) // 4))
    steps = distance(found, phrase, allowed)
    return steps if 0 < steps <= allowed else None


def _phrases(accepts: frozenset[str]) -> list[str]:
    """The phrases of the terminals that would do."""
    known = [p for kind, phrases in tables().phrases.items() if kind in accepts for p in phrases]
    return [*known, *(tables().surfaces["classes"].values() if "CLASS" in accepts else ())]


def _expected(accepts: frozenset[str]) -> tuple[str, ...]:
    """Keys of what would do, the telling ones first; the many verbs as one."""
    order = [kind for kind in _ORDER if kind in accepts]
    rest = sorted(
        accepts - set(_ORDER) - {"WORD", "ITEMS", "$END", "SEMICOLON", "OPEN", "CLOSE", "OPENING"}
    )
    if accepts >= _VERBS:
        return ("PREDICATE", *(kind for kind in order if kind in _BESIDE_VERBS))
    return tuple([*order, *rest][:_FEW])


_ORDER = (
    "NAME", "VERB", "DOT", "COLON", "KEPADA", "DENGAN", "TANGGUNG_JAWAB", "MEMERINTAH",
    "MENGOORDINASIKAN", "HUBUNGAN_KERJA", "TEXT", "CLASS", "GROUP", "DAN", "MELALUI", "PREPOSITION",
)  # fmt: skip
_VERBS = frozenset({"TANGGUNG_JAWAB", "MEMERINTAH", "MENGOORDINASIKAN", "HUBUNGAN_KERJA"})
_BESIDE_VERBS = frozenset({"DOT", "DAN"})
_PREPOSITIONS = frozenset({"kepada", "dengan", "pada", "dari", "terhadap", "oleh", "bagi", "untuk"})
