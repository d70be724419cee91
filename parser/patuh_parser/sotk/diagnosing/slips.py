"""From a sentence that is none to the one error that helps."""

from collections.abc import Sequence
from difflib import get_close_matches

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.name_finder import MAX_NAME, MAX_NESTING, NameFinder, split_name
from patuh_parser.sotk.lexing.patterns import COORDINATION, PatternReader
from patuh_parser.sotk.lines.words import Word, joined, span_of
from patuh_parser.sotk.vocabulary import longest, tables
from patuh_parser.text.similar import nearest

_NAMED = {"NAME", "VARIABLE"}
_FEW = 6


def sentence_slip(
    tokens: Sequence[Token],
    place: int,
    accepts: frozenset[str],
    names: NameFinder,
    errors: Diagnostics,
    step: bool = False,
) -> None:
    """Note the error for the token at `place`, which none of `accepts` matches."""
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
    if before == "NAME" and _cut_off(tokens[place - 1], token, errors):
        return
    if token.type == "WORD":
        _word(tokens, place, before, accepts, names, errors)
        return
    if token.type == "BAD_DATE":
        errors.add("E106", token.span, token.text, expected=("date",))
        return
    if token.text.startswith('"') and (token.type == "WORD" or not token.text.endswith('"')):
        errors.add("E209", token.span, token.text)
        return
    if token.type == "OPEN":
        errors.add("E403", token.span, token.text, hint="H_BRACKET")
        return
    hint = None
    if token.type == "COLON":
        hint = "H_COLON"
    elif token.type == "NAME" and before == "NAME":
        hint = "H_TWO_NAMES"
    elif token.type == "PAREN":
        hint = "H_BRACKET"
    elif before == "CLASS" or (token.type == "CLASS" and "SELURUH" in accepts):
        hint = "H_ALL"
    code = "E402" if token.type == "DOT" else "E401"
    errors.add(code, token.span, token.text, expected=_expected(accepts), hint=hint)


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
    if text[0] == '"':
        errors.add("E209" if len(text) < 2 or text[-1] != '"' else "E308", token.span, text)
        return
    if text.endswith("...") or (text.isdigit() and place == 0):
        errors.add("E207", span_of(words), joined(words), hint="H_CATCHWORD")
        return
    if before == "MELALUI" and text[0].islower() and not _lower_name(words, names):
        errors.add(
            "E404", span_of(words), joined(words), expected=("station",),
            hint="H_MEANS", hint_args=(joined(words),),
        )  # fmt: skip
        return
    after = tokens[place - 2].type if before in ("DAN", "COMMA") else before
    if after in _BEFORE_PATTERN and text[0].islower():
        _pattern(words[0], before, names, errors)
        return
    if (accepts & _NAMED and text[0].isupper()) or _lower_name(words, names):
        bad_name(words, 0, names, errors)
        return
    known = [p for kind, phrases in tables().phrases.items() if kind in accepts for p in phrases]
    firsts = {phrase.split()[0]: phrase for phrase in reversed(known)}
    others = [first for first in firsts if first != text]
    close = nearest(text, others) or tuple(get_close_matches(text, others, 1, 0.75))
    close = tuple(firsts[first] for first in close)
    errors.add("E403", token.span, text, expected=_expected(accepts), suggestions=close)


def _pattern(word: Word, before: str, names: NameFinder, errors: Diagnostics) -> None:
    """Note a word where only a pattern of a working relation may stand."""
    reader = PatternReader(names.gazetteer)
    text = word.text.lower()
    meant = tables().pattern_words["not_patterns"].get(text)
    sub = tables().sub_kinds.get(text)
    close = (
        (meant,) if meant else (f"{COORDINATION} {text}",) if sub else nearest(text, reader.words)
    )
    expected = "sub_kind" if before == "BERKOORDINASI" else "pattern"
    errors.add("E421", span_of([word]), word.text, expected=(expected,), suggestions=close)


_BEFORE_PATTERN = frozenset({"HUBUNGAN_KERJA", "BERKOORDINASI", "PATTERN", "DENGAN_POLA", "ONLY",
                             "BERSIFAT", "HUBUNGAN"})  # fmt: skip


def bad_name(words: Sequence[Word], at: int, names: NameFinder, errors: Diagnostics) -> None:
    """Note why no name of a unit begins at `at`."""
    if errors.full():
        return
    word = words[at]
    text = word.text
    if text[0] == '"':
        code = "E308" if len(text) > 1 and text[-1] == '"' else "E209"
        errors.add(code, span_of([word]), text)
        return
    lowered = _lower_name(words[at:], names)
    if lowered:
        count, suggestion = lowered
        found = words[at : at + count]
        errors.add("E302", span_of(found), joined(found), suggestions=(suggestion,))
        return
    if text[0].islower() or not text[0].isalpha():
        errors.add("E305", span_of([word]), text, expected=("unit",))
        return
    firsts = [str(first) for first in names.first if first is not None]
    close = nearest(text, firsts)
    run = at
    while run < len(words) and words[run].text[0].isupper():
        run += 1
    errors.add(
        "E301", span_of(words[at:run]), joined(words[at:run]),
        hint="H_QUOTE", hint_args=(joined(words[at:run]),), suggestions=close,
    )  # fmt: skip


def _lower_name(words: Sequence[Word], names: NameFinder) -> tuple[int, str] | None:
    """The number of lower-case words that would be a name in capitals, and that name."""
    texts = [word.text for word in words[:12]]
    if not texts or not texts[0][0].islower():
        return None
    raised = [t if t in ("dan", "pada") else t[0].upper() + t[1:] for t in texts]
    upper = [texts[0].upper(), *raised[1:]]
    for candidate in (raised, upper):
        end = max(longest(names.known, candidate)[0], longest(names.first, candidate)[0])
        if end:
            stop = end
            while stop < len(texts) and texts[stop].isalpha() and stop < 6:
                stop += 1
            known = longest(names.known, candidate)[0]
            stop = known or stop
            return stop, " ".join(candidate[:stop])
    return None


def _expected(accepts: frozenset[str]) -> tuple[str, ...]:
    """Keys of what would do, the telling ones first."""
    order = [kind for kind in _ORDER if kind in accepts]
    rest = sorted(accepts - set(_ORDER) - {"WORD", "ITEMS", "$END", "SEMICOLON", "OPEN", "CLOSE"})
    return tuple([*order, *rest][:_FEW])


_ORDER = (
    "NAME", "VERB", "DOT", "COLON", "KEPADA", "DENGAN", "TANGGUNG_JAWAB", "MEMERINTAH",
    "MENGOORDINASIKAN", "HUBUNGAN_KERJA", "TEXT", "CLASS", "GROUP", "DAN", "MELALUI", "PREPOSITION",
)  # fmt: skip
