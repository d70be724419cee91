"""How a draft names things: its terms, what they are called, other names for one thing."""
