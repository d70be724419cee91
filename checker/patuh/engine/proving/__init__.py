"""Why what was derived holds."""
