"""`main.py voice`: make, record, check and hear the board's voices."""
