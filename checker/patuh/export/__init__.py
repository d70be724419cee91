"""A draft in the forms of others."""
