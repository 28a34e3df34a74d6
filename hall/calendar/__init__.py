"""Days: service days, working days, holidays, prayer times."""
