"""Lines of the log, and one line for many refusals."""
