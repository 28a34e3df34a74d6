"""Settings: the set-up file: read, check, all problems at once."""
