"""An amending draft: what it amends, what its instructions say, insert and delete."""
