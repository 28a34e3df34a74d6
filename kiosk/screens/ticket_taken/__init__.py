"""The screen that shows the ticket."""
