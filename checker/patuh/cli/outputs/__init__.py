"""Where commands write: standard output, files of the user's, a bar on the terminal."""
