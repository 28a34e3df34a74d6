"""What crosses process borders about the set-up and the agents that pages change."""
