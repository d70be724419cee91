"""Fourth pass: mentions to units, sentences to the statements of the model."""
