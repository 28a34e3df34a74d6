"""Painted parts of the board; no rules."""
