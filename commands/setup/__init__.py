"""`main.py setup`: make a hall's set-up file in the browser."""
