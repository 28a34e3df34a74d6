"""Counting enquiries, and the list of those that are open."""
