"""Ground atoms and derivations as plain data, and how clingo's terms become such."""
