"""The regions of the country, and how law and offices are called in them."""
