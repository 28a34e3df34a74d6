"""One thread that runs all commands, several in one transaction."""
