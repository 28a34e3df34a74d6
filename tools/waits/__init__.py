"""Research: replay recorded waits of other halls against every estimator (`main.py waits`)."""
