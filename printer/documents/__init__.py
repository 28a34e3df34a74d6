"""What is on a ticket, receipt or other paper, and how it is laid out; no drawing."""
