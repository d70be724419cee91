"""Why what was not derived does not hold."""
