"""Chosen changes written into the source: only what changes is written anew."""
