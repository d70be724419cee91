"""Knowledge bases with something changed: a file of a regulation laid over patuh's own."""

from collections.abc import Callable
from pathlib import Path

from patuh.engine.overlays.overlay import lay_over
from patuh.knowledge.root import kb_root


def revised(folder: Path, law: str, name: str, change: Callable[[str], str]) -> Path:
    """A knowledge base in which a file of a regulation has changed."""
    own = overlay(folder, law, name, change)
    lay_over(kb_root(), own, folder / "kb")
    return folder / "kb"


def overlay(folder: Path, law: str, name: str, change: Callable[[str], str]) -> Path:
    """A folder with the changed file alone."""
    text = (kb_root() / "regulations" / law / name).read_text(encoding="utf-8")
    own = folder / "overlay" / "regulations" / law
    own.mkdir(parents=True)
    assert change(text) != text
    (own / name).write_text(change(text), encoding="utf-8")
    return folder / "overlay"


def moved(text: str) -> str:
    """Dinas Pariwisata goes to another Asisten."""
    was = 'asisten_pemerintahan_dan_kesejahteraan_rakyat, pelaksana, "Dinas Pariwisata"'
    now = 'asisten_perekonomian_dan_pembangunan, pelaksana, "Dinas Pariwisata"'
    return text.replace(was, now)


def softened(text: str) -> str:
    """What Pasal 18 ayat (3) of Kutai Timur calls a duty is one no more: `wajib` → `dapat`."""
    leaf = '"pasal-18.ayat-3").'
    duty = ("wajib(", "sifat_norma(kutim_41_2023, (pertanggungjawaban;")
    lines = text.splitlines()
    return "\n".join(o for o in lines if not (o.endswith(leaf) and o.startswith(duty))) + "\n"
