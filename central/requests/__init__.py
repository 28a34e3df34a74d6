"""Requests of all halls, and their figures."""
