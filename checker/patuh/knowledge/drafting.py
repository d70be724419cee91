"""Names and spellings that are compared in drafts (`kb/drafting/terms.toml`)."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.stored import toml


class Terms(Struct, frozen=True):
    """Groups of names for one thing, offices, common abbreviations, and lists of words."""

    groups: tuple[tuple[str, ...], ...]
    alike: tuple[tuple[str, ...], ...]
    alike_in_names: tuple[tuple[str, ...], ...]
    """Words of one meaning, of which a term may be made; the latter only where written as names."""
    persons: tuple[tuple[str, ...], ...]
    """Words for one person; a term of one word is one of them."""
    offices: tuple[str, ...]
    """Offices, and acronyms, that a draft defines where they recur."""
    abbreviations: frozenset[str]
    """Those that are no terms of a draft."""
    well_known: frozenset[str]
    """Those that need not be written out."""
    roles: tuple[str, ...]
    deputies: tuple[str, ...]
    parts: frozenset[str]
    """Roles in a team, the words for who deputises, and how names of parts of an agency begin."""
    holders: tuple[str, ...]
    """How offices begin that hold roles."""
    described: re.Pattern[str]
    """How a provision begins that gives one unit its tasks: its `name`, and whether it `cites`."""
    summed: re.Pattern[str]
    counted: re.Pattern[str]
    """How words end above a list whose total, or the `number` of whose items, they say."""
    titled: re.Pattern[str]
    """The `title` of a regulation that is cited, after its year, and what `end`s it."""
    differences: tuple[Mapping[str, str], ...]
    beside_amounts: frozenset[str]
    """Amounts that follow from two others, and words that do not tell amounts apart."""
    sentences: Mapping[str, str]
    """Patterns of sentences by name, some with places `<name>` for what `pattern_of` is told."""
    lists: Mapping[str, Mapping[str, str]]
    """By name the lists of words that a mark may look for, each word with its standard form."""


@of_kb
def terms(root: Path | None = None) -> Terms:
    """The table of terms."""
    path = (root or kb_root()) / "drafting" / "terms.toml"
    table = toml(path)
    return Terms(
        groups=tuple(map(tuple, table["sepadan"])),
        alike=tuple(map(tuple, table["searti"])),
        alike_in_names=tuple(map(tuple, table["searti_dalam_nama"])),
        persons=tuple(map(tuple, table["sebutan_orang"])),
        offices=(*table["jabatan"], *table["akronim"]),
        abbreviations=frozenset(table["singkatan_umum"]),
        well_known=frozenset(table["singkatan_dikenal"]),
        roles=tuple(table["peran"]),
        deputies=tuple(table["wakil"]),
        parts=frozenset(table["awal_bagian"]),
        holders=tuple(table["awal_jabatan"]),
        described=re.compile(table["uraian_unit"]),
        summed=re.compile(table["rincian_berjumlah"]),
        counted=re.compile(table["rincian_berbutir"]),
        titled=re.compile(table["judul_dikutip"]),
        differences=tuple(table["selisih"]),
        beside_amounts=frozenset(table["beserta_jumlah"]),
        sentences=table.pop("kalimat"),
        lists={name: words for name, words in table.items() if isinstance(words, dict)},
    )


@of_kb
def pattern_of(sentence: str, **places: str) -> re.Pattern[str]:
    """The pattern of a sentence of that name, with patterns for its places."""
    pattern = terms().sentences[sentence]
    for name, inner in places.items():
        pattern = pattern.replace(f"<{name}>", inner)
    return re.compile(pattern, re.DOTALL)
