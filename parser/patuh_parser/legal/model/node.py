"""One unit of the tree: its number, its own words, and what stands below it."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from msgspec import Struct

from patuh_parser.legal.model.place import Place

_FRAME = str.maketrans("", "", "()[]. :")


def bare(written: str) -> str:
    """Return a number without brackets and marks: ``2a`` for ``(2a)``, ``(2.a)`` and ``(2a).``."""
    return written.translate(_FRAME)


class Node(Struct, frozen=True):
    """One unit of the draft.

    ``kind``: ``bab``, ``bagian``, ``paragraf``, ``pasal``, ``ayat``, ``huruf``,
    ``angka``, ``romawi`` (``i.``), ``butir`` (a bullet); ``diktum`` in a Keputusan;
    ``menimbang``, ``mengingat``, ``memperhatikan`` for a part of the preamble;
    ``penjelasan`` for a part of the explanation.

    ``number`` is as written, with brackets: ``IV``, ``Kesatu``, ``14``, ``3A``,
    ``(2a)``, ``e.``, ``KESATU``; ``""`` when there is none. ``title`` is the title of a
    bab, bagian or paragraf. ``text`` is the unit's own words (the chapeau when it has
    children), quotes and dashes made plain, otherwise verbatim with its punctuation.

    ``id`` is ``pasal-14.ayat-2.huruf-e``, ``bab-4``, ``bab-4.bagian-1``,
    ``diktum-kesatu``, ``menimbang.huruf-a``, ``mengingat.angka-3``, ``pasal-i.angka-2``
    (amending); no two nodes have the same. It is ``None`` where none can be given: for
    the second and later bearers of a number and all below them. Inside an amending
    instruction the provisions quoted are ``quoted`` and have the id that they have in
    the regulation amended (``pasal-3a.ayat-1``).

    ``breaks`` maps ``text`` to lines: (offset in ``text``, line number) for each line.
    """

    kind: str
    number: str
    id: str | None
    title: str
    text: str
    children: tuple["Node", ...]
    place: Place
    quoted: bool = False
    breaks: tuple[tuple[int, int], ...] = ()

    @property
    def bare(self) -> str:
        """The number without brackets and dots: ``2a`` for ``(2a)``."""
        return bare(self.number)

    def walk(self) -> Iterator["Node"]:
        """Yield this node and everything below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def line_at(self, offset: int) -> int:
        """Return the number of the line on which the character ``text[offset]`` stands."""
        at = bisect_right(self.breaks, offset, key=itemgetter(0))
        return self.breaks[at - 1][1] if at else self.place.line
