"""Mutation of the law: which changes to a rule or norm of `kb/` no case would notice."""
