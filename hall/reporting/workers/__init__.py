"""Reporting: what works beside requests, in threads and processes."""
