"""Closures: questions that change nothing."""
