"""The knowledge base on disk: its place, its regulations, programs, names and messages."""
