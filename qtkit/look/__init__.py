"""Colours, type and sizes, and how a visitor wants to see them."""
