"""What cannot be read at all: ``DraftError``, with its message in both languages.

A malformed draft is never an error; only a container that gives no text is.
"""

from patuh_parser.legal.data import table


class DraftError(ValueError):
    """The file gives no text to read; ``code`` is a key of ``errors`` in ``messages.toml``.

    ``texts`` holds, per language (``id``, ``en``), the message and a hint or ``None``.
    ``str()`` is the message in Indonesian.
    """

    def __init__(self, code: str, path: str = "", **data: object) -> None:
        self.code = code
        self.path = path
        said = table("messages")["errors"][code]
        terms = {"path": path or "-", **data}
        self.texts: dict[str, tuple[str, str | None]] = {
            lang: (
                said[lang].format(**terms),
                said[f"hint_{lang}"].format(**terms) if f"hint_{lang}" in said else None,
            )
            for lang in ("id", "en")
        }
        super().__init__(self.texts["id"][0])
