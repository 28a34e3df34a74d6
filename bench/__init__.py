"""Measurements of the budgets; each module has `run() -> list[Figure]` and measures in one run, on this machine."""
