"""Keypads: keys, the USB number pad, and the table that maps them."""
