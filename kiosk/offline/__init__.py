"""Tickets while the hall service is away: reserved numbers, kept on disk and reported later."""
