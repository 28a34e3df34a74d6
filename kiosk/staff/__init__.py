"""The staff menu: its steps, its commands to hall and machine, a change of paper."""
