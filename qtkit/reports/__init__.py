"""Draw a report on paper, as PDF."""
