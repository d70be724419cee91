"""What a new regulation starts from: its identity, its headings, every leaf quoted in its place."""

from patuh.scaffold.regulation import ScaffoldError, scaffold

__all__ = ["ScaffoldError", "scaffold"]
