"""The chart of a structure (bagan): units as boxes, lines between them, findings where they are."""
