"""Calls: what the board knows, their order, the large call and the list."""
