"""`main.py pictures`: the pictures of every screen and ticket for the documentation."""
