"""Print at most once: attempts, their journal, recovery and time-outs."""
