"""Facts from the citations of a draft: what they name, and how they are worded."""

import re

from patuh.facts.places import Collector
from patuh.facts.references import Resolver, cited, plain
from patuh.facts.text import string
from patuh_parser.legal.model import Reference

_BEFORE = re.compile(
    r"(?:(?P<dimaksud>dimaksud(?:kan)?) )?(?P<word>dalam|pada|di|menurut|oleh)? ?\Z"
)
_FIRST = re.compile(r"[A-Za-z]+")
_MENTIONED = ("menimbang", "mengingat", "memperhatikan")


def reference_facts(into: Collector, resolver: Resolver) -> None:
    """Citations of provisions and of other regulations, in the order of the text."""
    first_with: dict[tuple[str, str, str], list[tuple[int, str, str]]] = {}
    for index, reference in enumerate(into.draft.references, 1):
        node = reference.node
        at = into.words(node, reference.start, reference.start + len(reference.text))
        into.locus("rujukan", index, at)
        number = into.number(node)
        into.fact(at, "rujukan", index, reference.kind, number, string(reference.text))
        if reference.kind == "internal":
            _internal(into, resolver, index, reference)
        found = cited(reference)
        if found is None:
            continue
        into.fact(
            at, "menyebut_peraturan", index, found.kind, string(found.number), int(found.year)
        )
        same = first_with.setdefault((found.kind, found.number, found.year), [])
        if found.title:
            for other, title, region in same:
                regions = {r for r in (region, found.region.casefold()) if r}
                mine = plain(found.title)
                if len(regions) < 2 and not _alike(mine, title):
                    into.fact(at, "judul_berbeda", index, other, string(found.title),
                              string(_title_of(into, other)))  # fmt: skip
                    break
            else:
                same.append((index, plain(found.title), found.region.casefold()))


def _title_of(into: Collector, index: int) -> str:
    found = cited(into.draft.references[index - 1])
    return found.title if found else ""


def _alike(one: str, other: str) -> bool:
    """Titles agree if one goes on where the other was cut."""
    return one.startswith(other) or other.startswith(one)


def _internal(into: Collector, resolver: Resolver, index: int, reference: Reference) -> None:
    node = reference.node
    at = into.words(node, reference.start, reference.start + len(reference.text))
    word = _FIRST.match(reference.text)
    kind = word[0].casefold() if word else ""
    if kind in ("pasal", "ayat"):
        case = "besar" if word and word[0][0].isupper() else "kecil"
        into.fact(at, "berawal", index, kind, case)
    text = node.text[: reference.start]
    if not text or re.search(r"[.:;\"] ?\Z", text):
        into.fact(at, "di_awal_kalimat", index)
    before = _BEFORE.search(text[-40:])
    if before and before["word"]:
        into.fact(at, "didahului", index, before["word"])
    if before and before["dimaksud"]:
        into.fact(at, "dimaksud", index)
    if node.kind in _MENTIONED or any(a.kind in _MENTIONED for a in resolver.above(node)):
        into.fact(at, "dalam_pembukaan", index)
    if not resolver.decided(reference):
        into.fact(at, "tidak_dapat_diketahui", index)
        return
    here = next((a.id for a in (node, *resolver.above(node)) if a.kind == "pasal" and a.id), None)
    for target in resolver.targets(reference):
        if target.between:
            continue
        name = string(target.id)
        into.fact(at, "menunjuk", index, name, string(_label(target.label, target.id)))
        if resolver.exists(target.id, reference):
            into.fact(at, "ada_ketentuan", name)
        if into.draft.amending:
            continue
        position = resolver.position(target.id)
        own = resolver.position(here) if here else None
        if position is not None and own is not None and target.id.startswith("pasal-"):
            article = resolver.position(target.id.split(".")[0])
            below = article == own and node.id and _later(resolver, node.id, target.id)
            if below or (article is not None and article > own):
                into.fact(at, "letaknya_sesudah", index, name)


def _later(resolver: Resolver, own: str, target: str) -> bool:
    mine, other = resolver.position(own), resolver.position(target)
    return mine is not None and other is not None and other > mine and not target.startswith(own)


def _label(label: str, target: str) -> str:
    """A relative citation with the pasal that it stands in."""
    if label.startswith("Pasal") or not target.startswith("pasal-"):
        return label
    article = target.split(".")[0].removeprefix("pasal-").upper()
    return f"{label} dalam Pasal {article}"
