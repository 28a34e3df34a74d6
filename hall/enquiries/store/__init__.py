"""Enquiries: tables and rows in the database."""
