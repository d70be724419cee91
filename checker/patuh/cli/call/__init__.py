"""The call itself: its options, its language, and what is wrong with it."""
