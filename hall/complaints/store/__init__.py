"""Complaints: tables and rows in the database."""
