"""What the hall asks this kiosk to print: test slips, receipts, return codes, tickets of reception."""
