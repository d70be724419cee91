"""Results as documents: a page for people, formats for programs."""
