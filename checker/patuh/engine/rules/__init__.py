"""The rules of the knowledge base themselves: as text, as syntax trees, and what they ask for."""
