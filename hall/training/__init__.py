"""Rooms where staff practise with visitors who do not exist."""
