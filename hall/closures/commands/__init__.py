"""Closures: code that changes data."""
