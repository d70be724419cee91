"""The list of units in the text of a regulation, turned into norm facts.

Every entry becomes one fact `daftar(R, Asisten, Kelompok, Unit, Ketentuan)` with the id of its own
leaf, in `pasal_NN_daftar.lp` beside the article. `patuh kb lists` writes them anew.
"""

from collections.abc import Mapping

from patuh.knowledge.names import gazetteer
from patuh.knowledge.quoting import block
from patuh.knowledge.regulations import Regulation, text_path
from patuh.knowledge.root import kb_root
from patuh.messages import say
from patuh.substance.portfolio import Entry, entries_of
from patuh_parser.legal.ids import label
from patuh_parser.legal.reader import read_draft


def rosters(law: Regulation) -> Mapping[str, str]:
    """The generated files of a regulation by their names; none if its text has no list."""
    data = text_path(law).read_bytes()
    known = gazetteer(kb_root(), (law.id,))
    sorts = known.first_words.keys() - {name.name for name in known.names}
    articles: dict[str, list[Entry]] = {}
    for entry in entries_of(read_draft(data, law.text), law.id):
        if entry.written in sorts:  # "Kecamatan": each of them, and no unit of this name
            continue
        articles.setdefault((entry.node.id or "").split(".")[0], []).append(entry)
    return {
        f"pasal_{article.removeprefix('pasal-'):0>2}_daftar.lp": _file(law.id, article, entries)
        for article, entries in articles.items()
    }


def _file(law: str, article: str, entries: list[Entry]) -> str:
    head = say("roster.head", "en", article=label(article))
    return head + "".join(f"\n{_block(law, entry)}" for entry in entries)


def _block(law: str, entry: Entry) -> str:
    leaf = entry.node.id or ""
    fact = f'daftar({law}, {entry.asisten}, {entry.group}, "{entry.written}", "{leaf}").'
    return block(leaf, entry.node.text, fact)
