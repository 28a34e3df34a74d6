"""Waits: questions that change nothing."""
