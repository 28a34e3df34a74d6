"""Counters: questions that change nothing."""
