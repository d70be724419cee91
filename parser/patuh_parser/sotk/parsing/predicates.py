"""A sentence of several predicates to one row of tokens for each, all with their subject."""

from collections.abc import Sequence

from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.modals import DENYING, MODALS
from patuh_parser.sotk.vocabulary import tables

LINES = frozenset(
    {"TANGGUNG_JAWAB", "MEMERINTAH", "MELAKSANAKAN", "MEMBINA", "MENGOORDINASIKAN",
     "DIKOORDINASIKAN", "DIBAWAHI", "DIBINA", "HUBUNGAN_KERJA", "BERKOORDINASI", "MEMBIDANGI"}
)  # fmt: skip
_HEADS = frozenset({"DIKEPALAI", "DIKETUAI"})
_VERBS = LINES | _HEADS | {"MERUPAKAN", "BERTUGAS", "BERFUNGSI", "DITEMPATKAN", "DIBANTU"}
_SHARED = frozenset({"MEMERINTAH", "MEMBINA", "MENGOORDINASIKAN"})
"""Verbs that may have their object together: `membawahi dan mengoordinasikan Dinas X`."""
_BEFORE_VERB = frozenset(
    {*MODALS, "LANGSUNG", "TEKNIS", "ADMINISTRATIF", "BERADA", "DI_BAWAH", "ONLY", "ADVERBIAL"}
)
_ACCOUNT = "TANGGUNG_JAWAB"
_RELATED = frozenset({"HUBUNGAN_KERJA", "BERKOORDINASI", _ACCOUNT})


_OPENS = _VERBS | {"BERADA"}
_WITH_WHOM = frozenset({"KEPADA", "DENGAN", "NAME", "DAN", "COMMA", "SELURUH", "GROUP", "CLASS"})
_TURNS = frozenset({"TETAPI", "SEDANGKAN"})
_OF_VERB = {
    "KEPADA": frozenset({"KEPADA"}),
    "DENGAN": frozenset({"DENGAN"}),
    "MELALUI": frozenset({"MELALUI", "TANPA_MELALUI", "DOT"}),
}
"""What follows a verb, and what its place in the first of two sentences is taken by."""


class AmbiguousError(Exception):
    """It is open what a word at a place goes with."""

    def __init__(self, token: Token) -> None:
        super().__init__(token.text)
        self.token = token


def predicates(tokens: list[Token]) -> list[list[Token]]:
    """Return the sentences that one of several predicates stands for.

    What qualifies a predicate binds to it alone; `wajib` and `dapat` hold on. Raises AmbiguousError
    where a denial or `yang` may go with the one or with the other.
    """
    tokens = _said_again(_not_only(tokens))
    other = _otherwise(tokens) or _not_of(tokens)
    if other is not None:
        return [row for part in other for row in predicates(part)]
    verbs = [at for at, token in enumerate(tokens) if token.type in _VERBS]
    if len(verbs) < 2:
        return [tokens]
    starts = [_start(tokens, verb) for verb in verbs]
    subject = tokens[: starts[0]]
    rows: list[list[Token]] = []
    begin, modal = starts[0], _modal(tokens[starts[0] : verbs[0]])
    about = subject
    for last, verb, start in zip(verbs[:-1], verbs[1:], starts[1:], strict=True):
        joiner = _joiner(tokens, start)
        if joiner == start:
            continue
        if joiner <= last + 1:
            kinds = {tokens[last].type, tokens[verb].type}
            if len(kinds) == 2 and kinds <= _SHARED:
                rows += _sharing(tokens, about, begin, last, start)
                begin = start
            continue
        rows.append([*about, *tokens[begin:joiner], _stop(tokens[joiner])])
        own = _modal(tokens[start:verb])
        if tokens[start - 1].type == "YANG":
            about = _whose(tokens, subject, last, joiner, verb)
            modal = own
            begin = start
            continue
        if own is None and modal is not None:
            if modal.type in DENYING:
                raise AmbiguousError(modal)
            about = [*subject, modal]
        else:
            about, modal = subject, own or modal
        begin = start
    rows.append([*about, *tokens[begin:]])
    return rows


def _said_again(tokens: list[Token]) -> list[Token]:
    """`secara teknis bertanggung jawab kepada X dan secara administratif kepada Y` with its verb
    said again."""
    said: list[Token] = []
    verb: Token | None = None
    for at, token in enumerate(tokens):
        if token.type in _VERBS:
            verb = token
        kinds = [near.type for near in tokens[at - 2 : at + 1]]
        joins = ("DAN", "COMMA", "SEDANGKAN")
        again = len(kinds) == 3 and kinds[0] in joins and kinds[2] == "KEPADA"
        if again and kinds[1] in ("TEKNIS", "ADMINISTRATIF") and verb and verb.type == _ACCOUNT:
            said.append(verb)
        said.append(token)
    return said


def _not_only(tokens: list[Token]) -> list[Token]:
    """`tidak hanya … tetapi juga …` denies nothing: as two predicates, the second with the verb of
    the first where it has none of its own. Where one of the two is missing, it stays as it is."""
    kinds = [token.type for token in tokens]
    if kinds.count("TIDAK_HANYA") != 1 or kinds.count("TETAPI_JUGA") != 1:
        return tokens
    first, second = kinds.index("TIDAK_HANYA"), kinds.index("TETAPI_JUGA")
    joiner = tokens[second]
    before = [*tokens[:first], *tokens[first + 1 : second]]
    after = tokens[second + 1 :]
    verb = next((at for at, token in enumerate(before) if token.type in _VERBS), None)
    if first > second or verb is None or not after:
        return tokens
    shared: list[Token] = []
    if after[0].type in ("KEPADA", "DENGAN"):
        end = next(
            (at for at in range(verb, len(before)) if before[at].type == after[0].type), verb
        )
        shared = before[verb:end]
    dan = Token("DAN", joiner.value, joiner.words, joiner.at, joiner.end)
    return [*before, dan, *shared, *after]


def _otherwise(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """`tidak … kepada X, tetapi kepada Y` and `… dengan X, sedangkan dengan Y melalui Z` as two
    sentences, the second with subject and verb of the first where it has none of its own."""
    cut = next((at for at, token in enumerate(tokens) if token.type in _TURNS), 0)
    verb = next((at for at, token in enumerate(tokens) if token.type in _OPENS), len(tokens))
    if verb > cut or cut + 1 >= len(tokens):
        return None
    first = [*tokens[: cut - (tokens[cut - 1].type == "COMMA")], _stop(tokens[cut])]
    last = predicates(first)[-1][:-1]
    verb = next((at for at, token in enumerate(last) if token.type in _OPENS), len(last))
    denied = any(token.type in DENYING for token in last[:verb])
    rest = _verb_first(tokens[cut + 1 :])
    own = rest[0].type in _VERBS | _BEFORE_VERB | {"NAME"}
    if not own and denied != (tokens[cut].type == "TETAPI"):
        return None
    leads = [token for token in last[:verb] if token.type not in DENYING]
    if rest[0].type in DENYING and rest[1].type in _OF_VERB:
        leads.append(rest[0])
        rest = rest[1:]
    if rest[0].type in _VERBS | _BEFORE_VERB:
        begin = next(at for at, token in enumerate(last) if token.type in _VERBS | _BEFORE_VERB)
        rest = [*last[:begin], *rest]
    elif rest[0].type in _OF_VERB:
        kind = rest[0].type
        end = len(last)
        at = next((at for at in range(verb, end) if last[at].type in _OF_VERB[kind]), end)
        said = [token for token in last[verb:at] if token.type != "LANGSUNG"]
        rest = [*leads, *said, *(token for token in rest if token.type != "DILAKUKAN")]
    elif rest[0].type != "NAME" or not any(token.type in _OPENS for token in rest):
        return None
    return first, rest


def _not_of(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """`… kepada X, bukan kepada Y` as two sentences, the second denied, with subject and verb of
    the last that the first one says."""
    cut = next((at for at, token in enumerate(tokens) if token.type == "BUKAN"), 0)
    verb = next((at for at, token in enumerate(tokens) if token.type in LINES | _HEADS), cut)
    if verb >= cut or any(token.type in DENYING for token in tokens[:verb]):
        return None
    own = tokens[cut + 1].type
    if own != "NAME" and own not in _OF_VERB:
        return None
    kinds = _OF_VERB.get(own, frozenset({"NAME"}))
    end = cut - (tokens[cut - 1].type in ("COMMA", "DAN"))
    denies = tokens[cut]
    first = [*tokens[:end], _stop(denies)]
    said = predicates(first)[-1][:-1]
    verb = max(at for at, token in enumerate(said) if token.type in LINES | _HEADS)
    at = next((at for at in range(verb + 1, len(said)) if said[at].type in kinds), len(said))
    begin = _start(said, verb)
    denial = Token("TIDAK", denies.value, denies.words, denies.at, denies.end)
    leads = [token for token in said[begin:verb] if token.type not in MODALS]
    return first, [*said[:begin], denial, *leads, *said[verb:at], *tokens[cut + 1 :]]


def _verb_first(tokens: list[Token]) -> list[Token]:
    """`dengan X berhubungan kerja P` as `berhubungan kerja P dengan X`."""
    end = next((at for at, token in enumerate(tokens) if token.type not in _WITH_WHOM), 0)
    if not end or tokens[0].type not in _OF_VERB or tokens[end].type not in _OPENS | _BEFORE_VERB:
        return tokens
    stop = next((at for at in range(end, len(tokens)) if tokens[at].type in _VERBS), 0) + 1
    while tokens[stop].type in ("PATTERN", "ONLY", "LANGSUNG", "TEKNIS", "ADMINISTRATIF"):
        stop += 1
    return [*tokens[end:stop], *tokens[:end], *tokens[stop:]] if stop > end else tokens


def _start(tokens: Sequence[Token], verb: int) -> int:
    """Where the words that go before a verb begin."""
    at = verb
    while at:
        before = tokens[at - 1].type
        if before in ("DAN", "COMMA"):
            under = at - 2 if before == "DAN" and tokens[at - 2].type == "COMMA" else at - 1
            if tokens[under - 1].type != "DI_BAWAH" or before != "DAN":
                return at
            at = under
        elif before in _BEFORE_VERB:
            at -= 1
        else:
            return at
    return at


def _joiner(tokens: Sequence[Token], start: int) -> int:
    """Where `dan`, a comma or `yang` before a predicate begins; its start if there is none."""
    at = start
    if at and tokens[at - 1].type in ("DAN", "YANG"):
        at -= 1
    if at and tokens[at - 1].type == "COMMA":
        at -= 1
    return at


def _whose(
    tokens: Sequence[Token], subject: list[Token], last: int, joiner: int, verb: int
) -> list[Token]:
    """Of whom `yang …` speaks: of the head just named, or of the subject of a relation.

    No Asisten co-ordinates the Sekretariat Daerah: with it as partner the subject is meant.
    """
    if tokens[last].type in _HEADS:
        head = [token for token in tokens[last + 1 : joiner] if token.type == "NAME"]
        return subject if not head or head[0].value.title else head
    if tokens[verb].type in _HEADS and _heads_subject(tokens, subject, last, joiner, verb):
        return subject
    passive = tokens[verb].type == "DIKOORDINASIKAN" and tokens[last].type in _RELATED
    partners = [token.value.key for token in tokens[last:joiner] if token.type == "NAME"]
    above = bool(partners) and partners[-1] in tables().sorts["passed_by"]
    apart = above or tokens[joiner].type == "COMMA" or tokens[verb + 1].type == "VARIABLE"
    if tokens[last].type == "MERUPAKAN" or (passive and apart):
        return subject
    raise AmbiguousError(tokens[verb - 1] if tokens[verb - 1].type == "YANG" else tokens[joiner])


def _heads_subject(
    tokens: Sequence[Token], subject: Sequence[Token], last: int, joiner: int, verb: int
) -> bool:
    """Whether the head named is one of the subject's sort, and not of those named since.

    "RSUD X di lingkungan Dinas Kesehatan yang dipimpin oleh Direktur": no Dinas has a Direktur.
    """
    head = [token.value.sort for token in tokens[verb + 1 : verb + 2] if token.type == "NAME"]
    own = {token.value.sort for token in subject if token.type == "NAME"}
    others = {token.value.sort for token in tokens[last:joiner] if token.type == "NAME"}
    return bool(head) and own == set(head) and head[0] not in others


def _sharing(
    tokens: Sequence[Token], about: list[Token], begin: int, last: int, start: int
) -> list[list[Token]]:
    """`membawahi dan mengoordinasikan Dinas X`: the first verb with the object of the last."""
    end = start
    while tokens[end].type in _VERBS | {"DAN", "COMMA"}:
        end += 1
    return [[*about, *tokens[begin : last + 1], *tokens[end:]]]


def _modal(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in tokens if token.type in MODALS), None)


def _stop(token: Token) -> Token:
    """A full stop in place of what joins two predicates."""
    return Token("DOT", ".", token.words, token.at, token.end)
