"""What an agent wants, turned into a new state and commands for the hall; no Qt."""
