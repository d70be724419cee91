"""Questions for which clingo has to choose: repairs, witnesses, alternatives."""
