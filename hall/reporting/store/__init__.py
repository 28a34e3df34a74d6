"""Reporting: tables and rows in the database."""
