"""Files of a SQLite database: copies, damage, disk space, locks."""
