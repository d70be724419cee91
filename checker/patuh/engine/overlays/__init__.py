"""Files of a user's own over the knowledge base: data only."""
