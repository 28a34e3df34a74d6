"""Notices at the foot, and those by the clock."""
