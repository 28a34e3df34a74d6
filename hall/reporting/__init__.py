"""Figures of the hall, reports by mail or file, alerts, and the story of each visit."""
