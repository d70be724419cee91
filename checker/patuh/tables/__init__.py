"""Tables of units (XLSX, CSV) as proposals: sheets to records, to units, to sentences."""
