"""Second pass: the words of a block to tokens, with the names of units found in them."""
