"""Enquiries at counters, by telephone and on the social account."""
