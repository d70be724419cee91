"""Facts on what amounts and numbers in a draft come to."""
