"""Day: questions that change nothing."""
