"""Devices: tables and rows in the database."""
