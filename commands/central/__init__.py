"""`main.py central`: run the centre, and administer it from its own machine."""
