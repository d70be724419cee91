"""What a draft cites: its own provisions, other regulations, national law."""
