"""A draft text as a change of norms: what can be translated, exactly or by slots, and what not."""
