"""Queue: tables and rows in the database."""
