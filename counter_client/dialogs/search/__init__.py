"""The search by number."""
