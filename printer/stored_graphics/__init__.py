"""Keep a ticket's fixed pictures in the printer's own memory."""
