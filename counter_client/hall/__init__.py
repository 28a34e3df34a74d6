"""Everything between the program and the hall: commands, live link, answers folded into the state."""
