"""A revision for people: as text, HTML and Word, and as JSON."""
