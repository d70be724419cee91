"""Reports on paper: what they say as blocks, and Word, PDF and HTML that show the same blocks."""
