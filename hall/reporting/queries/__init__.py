"""Reporting: questions that change nothing."""
