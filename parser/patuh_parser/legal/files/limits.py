"""How much is read: a draft has some ten to a few hundred pages."""

MAX_BYTES = 50_000_000
"""Largest file."""

MAX_CHARACTERS = 5_000_000
"""Longest text."""

MAX_LINES = 50_000
"""Most lines of a text."""

MAX_LINE = 200_000
"""Longest single line, in characters."""

MAX_PAGES = 2_000
"""Most pages of a PDF."""

MAX_LABEL = 200
"""Longest text of a level of a numbered list; a number needs some ten characters."""

MAX_PARTS = 5_000
"""Most files in a ``.docx``."""

MAX_UNPACKED = 100_000_000
"""Most bytes of one XML part that is read, unpacked."""

MAX_RATIO = 200
"""Largest ratio of unpacked to packed size, beyond the first megabyte."""

MAX_ELEMENTS = 2_000_000
"""Most elements of one XML part."""

MAX_DEPTH = 200
"""Deepest nesting of one XML part."""
