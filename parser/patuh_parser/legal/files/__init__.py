"""Files of every known format as lines of text."""
