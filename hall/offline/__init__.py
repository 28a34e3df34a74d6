"""Numbers reserved for kiosks, and what a hall did while kiosks or counters could not reach it."""
