"""Queue: correct wrong records and keep the old values."""
