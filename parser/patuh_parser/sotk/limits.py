"""How much is read of a proposal.

Each is some ten times what a whole regency needs; what grows with the square of one of them
would otherwise keep clingo busy for hours. docs/dsl.md lists them.
"""

MOST_LINES = 1_000_000
"""Lines of a file; a structure of 100,000 units has 120,000."""

MOST_UNITS = 200_000
"""Units that a file names."""

LONGEST_NAME = 500
"""Characters of the name of a unit; the longest in use have some 150."""

MOST_STATEMENTS = 200_000
"""Statements, once every list is spelt out: n names that work with m names make n times m.

A structure of 100,000 units has 140,000. The same holds for the chart, and for the steps of all
workflows, where each subject of a workflow counts its steps once more.
"""

MOST_STEPS = 1_000
"""Steps of one workflow: every step is compared with those before it."""

MOST_ABOVE = 100
"""Units above one unit, or around it, at any distance; a regency has some ten.

It counts units and not levels, so that cycles and units with many superiors are bounded too:
the knowledge base derives each pair of a unit and one above it.
"""

MOST_GROUPED = 500_000
"""What sentences on groups say: one sentence on all agencies says as much as there are agencies."""

MOST_DISPENSATIONS = 1_000
"""Dispensations of a file: every finding is held against each."""
