"""From a choice to the ticket: issuing at the hall, printing, showing."""
