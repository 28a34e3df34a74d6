"""Whose hall it is: the ministry's name, its emblem, the product's mark."""
