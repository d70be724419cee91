"""Many inputs checked by several processes, each result in a file of its own, in any number."""
