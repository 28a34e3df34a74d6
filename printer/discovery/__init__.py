"""Find out which printer is there and what it can do, and keep what was learnt."""
