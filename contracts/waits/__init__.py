"""Waits: what is expected, and how right it was."""
