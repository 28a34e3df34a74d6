"""ESC/POS: encode a ticket, ask the printer, read its replies."""
