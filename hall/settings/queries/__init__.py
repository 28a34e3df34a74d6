"""Settings: questions that change nothing."""
