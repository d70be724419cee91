"""The list of units in the text of a regulation, turned into norm facts.

Every entry becomes one fact `daftar(R, Asisten, Kelompok, Unit, Ketentuan)` with the id of its own
leaf, in `pasal_NN_daftar.lp` beside the article. Run `python -m patuh.substance.roster` after a
text or the reading of lists has changed.
"""

import textwrap
from collections.abc import Mapping

from patuh.knowledge.regulations import Regulation, regulations
from patuh.knowledge.root import corpus_root, kb_root
from patuh.messages import say
from patuh.substance.portfolio import Entry, entries_of
from patuh_parser.legal.ids import label
from patuh_parser.legal.reader import read_draft

_WIDTH = 112


def rosters(law: Regulation) -> Mapping[str, str]:
    """The generated files of a regulation by their names; none if its text has no list."""
    data = (corpus_root() / "regulations" / law.text).read_bytes()
    articles: dict[str, list[Entry]] = {}
    for entry in entries_of(read_draft(data, law.text), law.id):
        articles.setdefault((entry.node.id or "").split(".")[0], []).append(entry)
    return {
        f"pasal_{article.removeprefix('pasal-'):0>2}_daftar.lp": _file(law.id, article, entries)
        for article, entries in articles.items()
    }


def _file(law: str, article: str, entries: list[Entry]) -> str:
    head = say("roster.head", "en", article=label(article))
    return head + "".join(f"\n{_block(law, entry)}" for entry in entries)


def _block(law: str, entry: Entry) -> str:
    leaf, text = entry.node.id or "", entry.node.text
    quoted = textwrap.fill(
        text, _WIDTH, initial_indent="%  ", subsequent_indent="%  ", break_on_hyphens=False
    )
    fact = f'daftar({law}, {entry.asisten}, {entry.group}, "{entry.written}", "{leaf}").'
    return f"%% {label(leaf)} [{leaf}]\n{quoted}\n{fact}\n"


def main() -> None:
    """Write the files anew."""
    for law in regulations():
        for name, text in rosters(law).items():
            (kb_root() / "regulations" / law.id / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
