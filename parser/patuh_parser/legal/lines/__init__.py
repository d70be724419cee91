"""Lines without page furniture, each with its form and its numbers."""
