"""The marks by which the lines of a proposal are told apart."""

import re

PART = re.compile(r"\s*(PERUBAHAN|STRUKTUR|BAGAN|ALUR)\b")
"""The heading of a part."""
ENTRY = re.compile(r"\s*[-•*–]\s")
"""An entry of a list."""
