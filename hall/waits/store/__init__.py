"""Waits: tables and rows in the database."""
