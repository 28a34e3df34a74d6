"""Frozen dataclasses to JSON values and back."""
