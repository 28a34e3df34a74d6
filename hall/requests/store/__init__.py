"""Requests: tables and rows in the database."""
