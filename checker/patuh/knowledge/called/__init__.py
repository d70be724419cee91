"""What names say of the units that they name."""
