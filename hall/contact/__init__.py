"""Telephone numbers of visitors, messages to them, return slips."""
