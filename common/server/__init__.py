"""Serve HTTP: listening, limits, deadlines."""
