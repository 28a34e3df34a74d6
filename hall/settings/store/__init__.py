"""Settings: tables and rows in the database."""
