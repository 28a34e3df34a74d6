"""Contact: tables and rows in the database."""
