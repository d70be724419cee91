"""What was laid over the knowledge base, for every report made with it."""

from patuh.knowledge.laid_over import overlays
from patuh.messages import Lang, say


def laid_over(lang: Lang) -> list[str]:
    """One sentence for each folder: which files it replaces and which it adds."""
    return [
        say(
            "findings.overlaid",
            lang,
            folder=overlay.folder,
            files="; ".join(
                say(f"findings.{key}", lang, names=", ".join(names))
                for key, names in (("replaced", overlay.replaced), ("added", overlay.added))
                if names
            ),
        )
        for overlay in overlays()
    ]
