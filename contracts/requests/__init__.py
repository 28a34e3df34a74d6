"""Requests and working days."""
