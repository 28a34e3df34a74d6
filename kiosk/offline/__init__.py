"""Tickets while the hall service is away: numbers of the kiosk's own, kept on disk and handed in later."""
