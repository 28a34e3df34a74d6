"""Reporting: what works beside HTTP requests, in threads and processes."""
