"""`main.py backup` and `main.py restore`: copies of a hall's database in another place, and the way back."""
