"""Day: tables and rows in the database."""
