"""An audit told to people and programs."""
