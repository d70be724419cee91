"""Characters, places, dates and the nearest word: what every reader of a text needs."""
