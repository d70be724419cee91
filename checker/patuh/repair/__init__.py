"""The smallest changes of the source that make a finding go away, each verified by a new check."""
