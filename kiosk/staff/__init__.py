"""The staff menu: its steps, what it asks of hall and machine, a change of paper."""
