"""What could be changed near a finding, each change with its cost: what the search chooses from."""
