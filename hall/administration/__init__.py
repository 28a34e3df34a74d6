"""Administration: the hall's set-up and its agents, changed from pages while the hall runs."""
