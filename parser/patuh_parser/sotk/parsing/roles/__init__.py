"""Sentences that nothing else reads, by the roles of the names in them (frames.toml)."""
