"""Queue: who is next, and who is ahead of whom."""
