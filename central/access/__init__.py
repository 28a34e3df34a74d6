"""Who may call the centre: the table of paths, access tokens, and the centre's own key."""
