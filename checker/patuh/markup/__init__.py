"""Findings written back: comments and tracked changes in Word, and lists of corrections."""
