"""From what is none of the language to the one error that helps."""
