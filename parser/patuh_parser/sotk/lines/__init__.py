"""First pass: bytes to characters, lines, words; lines to parts, header and blocks of words."""
