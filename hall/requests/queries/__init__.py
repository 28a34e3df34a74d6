"""Requests: questions that change nothing."""
