"""`main.py paper`: number sheets for a day without hall and kiosks, and the table that is entered later."""
