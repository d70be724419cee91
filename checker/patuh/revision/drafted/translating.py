"""A draft against the regulation in force, provision by provision, as changes of its norms.

Exact are lists of units, provisions that were left out, and duties that became permissions; a
phrase in the place of another one of its sort is translated as that. Nothing else is guessed: it
is told as not translated.
"""

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from patuh.comparison import align, provisions_of
from patuh.comparison.flattened import Provision
from patuh.consolidation import applies, consolidate
from patuh.consolidation.tree import is_gone
from patuh.knowledge.names import display_names
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import Regulation, text_path
from patuh.knowledge.root import kb_root
from patuh.revision.drafted.norms_of_leaf import by_leaf, entry_norm, entry_norms
from patuh.revision.drafted.slots import reads_alike, swapped, swaps
from patuh.revision.language.said import kind_of
from patuh.revision.records import Drafted, Left, Translated
from patuh.revision.sides import parsed
from patuh.substance import entries_of
from patuh.substance.wordings import modal, without_modal
from patuh_parser.legal.ids import label
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

_MAY = "dapat"
_BINDING = ("kewajiban", "ketetapan")
_KIND = "sifat_norma"
_BODY = "batang_tubuh"
_FEWEST = 3
"""One in so many provisions with norms must go on in the draft, as in `patuh.substance`."""


class NoRevisionError(Exception):
    """Too few provisions of the regulation go on in the draft for one to be a revision of it."""


def translated(draft: Draft, law: Regulation) -> Drafted:
    """What a draft changes in the norms of a regulation, by the knowledge base in use.

    An amending draft is applied first. Raises `NoRevisionError`.
    """
    base = read_draft(text_path(law).read_bytes(), law.text)
    left: list[Left] = []
    if applies(draft, base):
        applied = consolidate(draft, base)
        left += [Left("", one.label, one.node.text) for one in applied.troubles]
        draft = applied.draft
    found = [*_of_entries(draft, base, law)]
    fresh: list[Left] = []
    for one in _of_provisions(draft, base, law, fresh):
        (left if isinstance(one, Left) else found).append(one)  # type: ignore[arg-type]
    every = tuple(replace(one, number=at) for at, one in enumerate(found, 1))
    return Drafted(every, tuple(left), tuple(fresh))


def beyond(new: Drafted, old: Drafted) -> Drafted:
    """What the newer of two drafts of a regulation says otherwise than the older.

    What only the older one changed in words that were not translated may count there, too.
    """
    known = {(one.gone, one.came) for one in old.translated}
    left = tuple(one for one in (*new.left, *old.left) if (one in new.left) != (one in old.left))
    return Drafted(
        tuple(one for one in new.translated if (one.gone, one.came) not in known),
        left,
        tuple(one for one in new.fresh if one not in old.fresh),
    )


def refusing(drafted: Drafted, numbers: Collection[int]) -> Drafted:
    """A draft without the translations of these numbers, which then count as not translated."""
    refused = [one for one in drafted.translated if one.number in numbers]
    left = (
        Left(one.provision, label(one.provision), one.new or one.old, (*one.gone, *one.came))
        for one in refused
    )
    taken = tuple(one for one in drafted.translated if one not in refused)
    return replace(drafted, translated=taken, left=(*drafted.left, *left))


def _of_entries(draft: Draft, base: Draft, law: Regulation) -> Iterator[Translated]:
    """The entries of the list of units that came, went or stand under another Asisten."""
    stated = entry_norms(law)
    was = {(one.asisten, one.group, one.unit) for one in entries_of(base, law.id)}
    now = {(e.asisten, e.group, e.unit): e.node.id or "" for e in entries_of(draft, law.id)}
    gone = [one for one in stated if one in was and one not in now]
    came = [one for one in now if one not in was and one not in stated]
    for one in came:
        before = [other for other in gone if other[2] == one[2]]
        leaf = parsed(stated[before[0]])[1][-1] if before else now[one]
        old = " – ".join(_entry_said(other) for other in before)
        norms = tuple(stated[other] for other in before)
        yield Translated(
            "daftar", leaf, old, _entry_said(one), norms, (entry_norm(law, one, leaf),)
        )
        gone = [other for other in gone if other not in before]
    for one in gone:
        leaf = parsed(stated[one])[1][-1]
        yield Translated("daftar", leaf, _entry_said(one), "", (stated[one],), ())


def _entry_said(entry: tuple[str, str, str]) -> str:
    asisten, _, unit = entry
    return f"{unit} ({display_names(kb_root()).get(asisten, asisten)})"


def _of_provisions(
    draft: Draft, base: Draft, law: Regulation, fresh: list[Left]
) -> Iterator[Translated | Left]:
    """What happens to the norms of each provision that is no entry; new provisions in `fresh`."""
    entries = {parsed(norm)[1][-1] for norm in entry_norms(law).values()}
    listed = {one.node.id for one in entries_of(draft, law.id)}
    old, new = provisions_of(base), provisions_of(draft)
    dropped = {node.id for node in draft.walk() if is_gone(node)}
    pairs = {pair.old: pair.new for pair in align(old, new)}
    quoted = quotations(law.id)
    encoded = [
        (at, one)
        for at, one in enumerate(old)
        if by_leaf(law).get(one.id) and one.id in quoted and one.id not in entries
    ]
    if _FEWEST * sum(at in pairs for at, _ in encoded) < len(encoded):
        raise NoRevisionError
    for at, one in encoded:
        after = new[pairs[at]] if at in pairs else None
        if after is None or after.id in dropped:
            yield Translated("dihapus", one.id, one.text, "", _stating(law, one.id), ())
        elif not reads_alike(one.text, after.text):
            yield _of_change(one, after, law)
    kept = {*pairs.values()}
    fresh += [
        Left(one.id, one.label, one.text)
        for at, one in enumerate(new)
        if at not in kept and one.family == _BODY and one.text and one.id not in {*listed, *dropped}
    ]


def _of_change(old: Provision, new: Provision, law: Regulation) -> Translated | Left:
    """A provision whose words have changed."""
    norms = _stating(law, old.id)
    if modal(new.text) == _MAY != modal(old.text) and reads_alike(
        without_modal(old.text), without_modal(new.text)
    ):
        gone = tuple(_binding(norms, law))
        return Translated("modal", old.id, old.text, new.text, gone, ())
    found = swaps(old.text, new.text, law)
    changed = swapped(norms, found, law)
    if not changed:
        return Left(old.id, label(old.id), new.text, norms)
    was, now = ("; ".join(getattr(one, side) for one in found) for side in ("old", "new"))
    return Translated("isian", old.id, was, now, tuple(changed), tuple(changed.values()))


def _binding(norms: Iterable[str], law: Regulation) -> Iterator[str]:
    """The duties and provisions among these norms, and what says of which kind they are."""
    every = tuple(norms)
    bound = {parsed(norm)[0] for norm in every if kind_of(law.id, parsed(norm)) in _BINDING}
    for norm in every:
        predicate, values = parsed(norm)
        if predicate in bound or (predicate == _KIND and values[1] in bound):
            yield norm


def _stating(law: Regulation, leaf: str) -> tuple[str, ...]:
    """The norms under a provision."""
    return by_leaf(law).get(leaf, ())
