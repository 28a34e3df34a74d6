"""Queue: what reception does with a visit."""
