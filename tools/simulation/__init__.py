"""`main.py simulate`: a day of made-up visitors and agents over the real contract."""
