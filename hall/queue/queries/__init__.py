"""Queue: questions that change nothing."""
