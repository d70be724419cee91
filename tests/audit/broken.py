"""A knowledge base to break: changed in one place and audited part by part."""

from pathlib import Path

from patuh.audit import PARTS, Part
from patuh.knowledge.root import use

CHECK = "checks/contoh.lp"


class Copy:
    """A copy of the knowledge base, to be changed and audited part by part."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def replace(self, name: str, old: str, new: str) -> None:
        """Put `new` in the place of every `old`, which must be there."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def append(self, name: str, text: str) -> None:
        """Add to a file, or write it."""
        path = self.root / name
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        path.write_text(f"{before}\n{text}\n", encoding="utf-8")

    def check(self, name: str, body: str) -> None:
        """A check of its own on units, with its words."""
        head = f"temuan(catatan, R, {name.lower()}, ada, satuan(U), (unit(U),))"
        self.append(CHECK, f"%*! {name} - Contoh *%\n{head} :- {body}.")
        words = f'[{name.lower()}]\njudul = "x"\ntujuan = "x"\n'
        words += f'[{name.lower()}.kasus.ada]\nkalimat = "{{unit}}"\n'
        for lang in ("id", "en"):
            self.append(f"messages/{lang}/contoh.toml", words)

    def part(self, name: str) -> Part:
        """One part of the audit."""
        with use(self.root):
            return PARTS[name]()

    def found(self, name: str) -> list[tuple[str, dict[str, str]]]:
        """Kind and values of every defect of one part."""
        return [(defect.kind, defect.values) for defect in self.part(name).defects]
