"""`main.py update`: put a signed release in the place of the one that runs, and go back when it does not work."""
