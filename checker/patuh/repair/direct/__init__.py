"""Repairs that are tried without a search: other names, and other sentences of PERUBAHAN."""
