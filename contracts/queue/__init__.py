"""Visits, counters and the queue: bodies of commands, answers, views for staff."""
