"""Appointments with officials."""
