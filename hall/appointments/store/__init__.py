"""Appointments: tables and rows in the database."""
