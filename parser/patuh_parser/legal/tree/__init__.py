"""The lines of a body as a tree of units."""
