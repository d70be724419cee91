"""The model back to text."""
