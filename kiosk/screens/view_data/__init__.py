"""What each screen shows, as frozen data; no Qt."""
