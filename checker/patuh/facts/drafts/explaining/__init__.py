"""Facts from the explanation of a draft, and whether it agrees with what it explains."""
