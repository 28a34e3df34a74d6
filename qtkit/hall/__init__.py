"""Talking to the hall: addresses, commands, live link, heartbeats."""
