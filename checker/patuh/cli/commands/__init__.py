"""One module a command, imported when the command is called, with what only it does beside it."""
