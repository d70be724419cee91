"""A small knowledge base: Paser alone, with one check on a norm."""

import shutil
from pathlib import Path

from patuh.knowledge.root import kb_root

LAW = "paser_56_2020"
CHECK = "%*! Z1 - Contoh *%\ntemuan(catatan, R, z1, ada, satuan(U), (unit(U),)) :- {}.\n"
WORDS = '[z1]\njudul = "x"\ntujuan = "x"\n[z1.kasus.ada]\nkalimat = "{unit}"\n'
NORM = 'berlaku_sejak(paser_56_2020, "pasal-16").'


def small(folder: Path) -> Path:
    """In this folder, which is not there yet."""
    root = Path(shutil.copytree(kb_root(), folder))
    shutil.rmtree(root / "regulations" / "kutim_41_2023")
    for path in (*(root / "checks").glob("*.lp"), *(root / "drafting" / "checks").glob("*.lp")):
        path.unlink()
    body = "berlaku_sejak(R, Ketentuan), unit(U, bagian)"
    (root / "checks" / "contoh.lp").write_text(CHECK.format(body), encoding="utf-8")
    for lang in ("id", "en"):
        (root / "messages" / lang / "contoh.toml").write_text(WORDS, encoding="utf-8")
    return root


def without_norm(root: Path, folder: Path) -> Path:
    """The same without the norm on which its check rests."""
    new = Path(shutil.copytree(root, folder))
    path = new / "regulations" / LAW / "pasal_16.lp"
    text = path.read_text(encoding="utf-8")
    assert NORM in text
    path.write_text(text.replace(NORM, ""), encoding="utf-8")
    return new
