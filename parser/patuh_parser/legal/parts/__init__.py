"""The parts of a text around its body, and what is named in it."""
