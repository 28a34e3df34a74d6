"""Complaints: received, handed on, answered, closed."""
