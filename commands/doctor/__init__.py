"""`main.py doctor`: what of this machine and this hall is well, and what is not."""
