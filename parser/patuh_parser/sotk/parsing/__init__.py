"""Third pass: tokens to sentences, alterations and steps, names still as mentioned."""
