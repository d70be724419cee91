"""Where the elements of an XML part stand in its bytes, so that all else can stay as it is."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter
from xml.etree.ElementTree import Element
from xml.parsers import expat

_DECLARED = re.compile(rb"\A\s*<\?xml[^>]*?\?>")
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_PRESERVE = b' xml:space="preserve"'
Splice = tuple[int, int, bytes]
"""What becomes of the bytes from one place up to another."""


class Scanned:
    """The bytes of a part with its elements in the order of the text, each by its number."""

    def __init__(self, data: bytes, root: Element | None = None) -> None:
        """Scan a part.

        Args:
            data: the part; one that is not in UTF-8 is turned into UTF-8.
            root: its tree, whose elements `of` then finds.
        """
        self.data = _as_utf8(data)
        self.names: list[str] = []
        self.elements: list[Element] = [] if root is None else list(root.iter())
        self.of = {id(element): at for at, element in enumerate(self.elements)}
        self.parents = array("q")
        self._starts = array("q")
        self._closes = array("q")
        self._texts: dict[int, list[tuple[int, int, str]]] = {}
        self._sections: set[int] = set()
        self._parse()

    def _parse(self) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = False
        above: list[int] = []
        lengths: dict[int, int] = {}

        def start(name: str, _attributes: dict[str, str]) -> None:
            self.names.append(name)
            self.parents.append(above[-1] if above else -1)
            self._starts.append(parser.CurrentByteIndex)
            self._closes.append(0)
            above.append(len(self.names) - 1)

        def end(_name: str) -> None:
            self._closes[above.pop()] = parser.CurrentByteIndex

        def text(words: str) -> None:
            at = above[-1]
            if self.names[at].rpartition(":")[2] in ("t", "delText"):
                length = lengths.get(at, 0)
                self._texts.setdefault(at, []).append((length, parser.CurrentByteIndex, words))
                lengths[at] = length + len(words)

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartCdataSectionHandler = lambda: self._sections.add(above[-1])
        parser.Parse(self.data, True)

    def start(self, at: int) -> int:
        """Where the start tag of an element begins."""
        return self._starts[at]

    def opened(self, at: int) -> int:
        """Where the start tag of an element ends."""
        quote = 0
        for place in range(self._starts[at], len(self.data)):
            byte = self.data[place]
            if quote:
                quote = 0 if byte == quote else quote
            elif byte in b"\"'":
                quote = byte
            elif byte == 0x3E:
                return place + 1
        return len(self.data)

    def empty(self, at: int) -> bool:
        """Whether an element is one tag, `<w:p/>`."""
        return self.data[self.opened(at) - 2] == 0x2F

    def closed(self, at: int) -> int:
        """Where the end tag of an element begins."""
        return self._closes[at]

    def end(self, at: int) -> int:
        """Where an element ends."""
        if self.empty(at):
            return self.opened(at)
        return self.data.index(b">", self._closes[at]) + 1

    def whole(self, at: int) -> bytes:
        """The bytes of an element."""
        return self.data[self.start(at) : self.end(at)]

    def tag(self, at: int, preserve: bool = False) -> bytes:
        """The start tag of an element, where asked for one that keeps its blanks."""
        tag = self.data[self.start(at) : self.opened(at)]
        if not preserve or b"xml:space" in tag:
            return tag
        return tag[:-1] + _PRESERVE + tag[-1:]

    def character(self, at: int, offset: int) -> int | None:
        """Where a character of a text stands, or the end of it; None where none can be told."""
        pieces = self._texts.get(at)
        if at in self._sections or pieces is None:
            return None
        first, place, words = pieces[max(0, bisect_right(pieces, offset, key=itemgetter(0)) - 1)]
        inner = offset - first
        if inner == len(words) and first + len(words) == pieces[-1][0] + len(pieces[-1][2]):
            return self.closed(at)
        if inner > len(words):
            return None
        return place + len(words[:inner].encode("utf-8"))

    def text(self, at: int) -> str:
        """The characters of a text."""
        return "".join(words for _, _, words in self._texts.get(at, ()))

    def appended(self, children: bytes) -> bytes:
        """The part with these elements at the end of its root."""
        if not self.empty(0):
            return spliced(self.data, [(self.closed(0), self.closed(0), children)])
        end = self.opened(0)
        closing = b"></" + self.names[0].encode() + b">"
        return spliced(self.data, [(end - 2, end, closing[:1] + children + closing[1:])])

    @property
    def prefix(self) -> str:
        """The prefix of the root, with its colon."""
        before, colon, _ = self.names[0].rpartition(":")
        return before + colon


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes with these places replaced; at one place in the order given."""
    pieces: list[bytes] = []
    at = 0
    for start, end, put in sorted(splices, key=itemgetter(0, 1)):
        pieces += [data[at:start], put]
        at = max(at, end)
    return b"".join([*pieces, data[at:]])


def _as_utf8(data: bytes) -> bytes:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16").encode("utf-8")
    else:
        declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
        found = _ENCODING.search(declared[0]) if declared else None
        name = found[1].decode().lower() if found else "utf-8"
        if name in ("utf-8", "utf8", "us-ascii", "ascii"):
            return data
        text = data.decode(name).encode("utf-8")
    declared = _DECLARED.match(text)
    return (
        _ENCODING.sub(b'encoding="UTF-8"', declared[0]) + text[declared.end() :]
        if declared
        else text
    )
