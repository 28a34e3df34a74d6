"""Waits: walk the queue forward in time, many times."""
