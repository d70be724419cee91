"""The entries of a list to names or texts."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.lines.words import Word, joined, span_of, trimmed
from patuh_parser.sotk.parsing.syntax import Item

_BRACKETS = "pimpinan lembaga"
_LEADER = ("(", *_BRACKETS.split(), ")")
AS_LEADER = (f"sebagai {_BRACKETS}", f"selaku {_BRACKETS}")
_ROLES = ("ketua", "sekretaris", "anggota")
"""What an entry of a list of members may say of whom it names."""


def with_leaders(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens of an enumeration of members: "(pimpinan lembaga)" is said of the name before it."""
    for token, after in zip_longest(tokens, tokens[1:]):
        leads = after is not None and after.type == "PAREN" and after.value == _BRACKETS
        if leads and token.type == "NAME":
            yield replace(token, value=replace(token.value, leader=True))
        elif not (token.type == "PAREN" and token.value == _BRACKETS):
            yield token


def read_item(
    words: list[Word],
    unsur: str | None,
    names: NameFinder,
    mentions: list[Mention],
    errors: Diagnostics,
    *,
    members: bool = False,
) -> Item | None:
    """Return the entry as one name; notes what is wrong and returns None if it is none.

    In a list of `members` an entry may say its role.
    """
    words = trimmed(words)
    role = ""
    if members:
        words, role = _role(words)
    texts = [word.text for word in words]
    leader = tuple(texts[-4:]) == _LEADER and len(texts) > 4
    if leader:
        words, texts = words[:-4], texts[:-4]
    span = span_of(words)
    if texts[-1] == "..." or (texts[0].isdigit() and len(texts) > 1 and texts[1] == "."):
        errors.add("E207", span, joined(words), hint="H_CATCHWORD")
        return None
    mention, end = names.find(words, texts, 0)
    if mention is None or end < len(texts):
        if unsur in names.gazetteer.sorts.outside and texts[0][0].isupper() and texts[0][0] != '"':
            mention = Mention(joined(words), None, unsur, span)
        elif mention is None:
            from patuh_parser.sotk.diagnosing.unknown_names import bad_name

            bad_name(words, 0, names, errors)
            return None
        else:
            code = "E309" if texts[end] in (",", "dan", ";") else "E310"
            errors.add(code, span_of(words[end:]), joined(words[end:]), hint="H_ONE_A_LINE")
            return None
    mentions.append(mention)
    return Item(mention, mention.name, span, leader, role)


def _role(words: list[Word]) -> tuple[list[Word], str]:
    """The entry without its role (`Sekretaris: X`, `X sebagai sekretaris`), and the role."""
    texts = [word.text.lower() for word in words]
    if len(texts) > 2 and texts[1] == ":" and texts[0] in _ROLES:
        return words[2:], texts[0]
    if len(texts) > 2 and texts[-2] in ("sebagai", "selaku") and texts[-1] in _ROLES:
        return words[:-2], texts[-1]
    if len(texts) > 3 and texts[-3] == "(" and texts[-1] == ")" and texts[-2] in _ROLES:
        return words[:-3], texts[-2]
    return words, ""


def read_text(words: list[Word]) -> Item:
    """Return an entry of a list of tasks."""
    words = trimmed(words)
    return Item(None, joined(words), span_of(words))
