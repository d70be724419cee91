"""From the typed proposal to ASP facts, each with the place it came from."""

from patuh.facts.emit import Facts, emit

__all__ = ["Facts", "emit"]
