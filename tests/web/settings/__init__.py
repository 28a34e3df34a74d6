"""Tests of the pages of the set-up in a real browser."""
