"""`main.py admin`: tokens, PINs, devices and copies of a hall, from its own machine."""
