"""Secrets and how they are compared."""
