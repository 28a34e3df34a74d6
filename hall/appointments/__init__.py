"""Bookings, and the hours of officials whom visitors may meet."""
