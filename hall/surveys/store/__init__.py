"""Surveys: tables and rows in the database."""
