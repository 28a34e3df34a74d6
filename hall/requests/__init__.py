"""Requests: their number, the office they go to, the three working days, the reply."""
