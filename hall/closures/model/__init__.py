"""Closures: refusals and facts."""
