"""Golden files: what a format gave when it was last read through.

`PATUH_REFRESH_GOLDEN=1 pytest tests/checker` writes them anew; read the difference before you
commit it.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def same(name: str, text: str) -> bool:
    """Whether the text is that of the golden file, which is written first if so asked."""
    path = FOLDER / name
    if os.environ.get("PATUH_REFRESH_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    return text == path.read_text(encoding="utf-8")
