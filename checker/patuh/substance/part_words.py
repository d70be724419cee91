"""The words of drafts for the parts of an agency: what begins their names, who heads them."""

import re

from patuh.knowledge.names import gazetteer, kinds
from patuh.knowledge.root import kb_root, of_kb
from patuh.substance.telling_words import any_of
from patuh_parser.sotk.vocabulary import tables

_HEAD = "Kepala"


def consisting(text: str) -> str:
    """The opening of a list of parts with the words for parts; said of a unit, that it leads them
    means no more."""
    return _leading().sub(" " + tables().phrases["TERDIRI"][0], text)


def has_parts(sort: str | None) -> bool:
    """Whether a unit of the sort consists of parts, and is no office that commands others."""
    known = kinds()
    return sort in known.nested or sort in known.homes or sort in known.complete


@of_kb
def _leading() -> re.Pattern[str]:
    return re.compile(rf",? {any_of('MEMERINTAH')}$")


@of_kb
def titles() -> re.Pattern[str]:
    """The head of such a part of an agency as each has one, where somebody answers or is answered
    to."""
    known = gazetteer(kb_root(), ()).titles
    words = "|".join(re.escape(title) for title in known if part_of(title))
    return re.compile(rf"(^|\b{any_of('KEPADA')} )({words})(?=[.,]|$| [a-z])")


def part_of(title: str) -> str | None:
    """The part of an agency that an office heads, if it heads no other."""
    (name, *others) = gazetteer(kb_root(), ()).titles[title]
    return name if not others and kinds().alone.get(name, ("", ""))[1] == name else None


@of_kb
def parts() -> re.Pattern[str]:
    """The first words of parts of an agency, alone or with their head, before what is said."""
    sorts = {*kinds().nested, *kinds().homes}
    known = gazetteer(kb_root(), ()).first_words
    whole = {word for word, (sort, name) in kinds().alone.items() if word == name}
    inner = [word for word, sort in known.items() if sort in sorts and word not in whole]
    inner += [word for word, name in gazetteer(kb_root(), ()).heads.items() if name in inner]
    words = "|".join(map(re.escape, sorted(inner, key=len, reverse=True)))
    before = rf"(?:(?:{any_of('SELURUH')}|{_HEAD}) )*"
    return re.compile(
        rf"{before}(?P<part>{words})(?:-(?P=part))?(?: pada \S+)?,? (?:masing-masing )?(?=[a-z])"
    )
