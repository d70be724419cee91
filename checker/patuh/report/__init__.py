"""Results for people and for programs: words they share here, a room for each kind of format."""
