"""`main.py demo`: a whole hall on this machine."""
