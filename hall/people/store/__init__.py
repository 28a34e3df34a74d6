"""People: tables and rows in the database."""
