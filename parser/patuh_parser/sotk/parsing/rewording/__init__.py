"""Sentences in other words, as those that the grammar knows: rules that compose.

`reworded` is for sentences of STRUKTUR (the table reworded.toml), `usual_words` for steps
(reworded_steps.toml, the passive, what is left undone, the order of words).
"""
