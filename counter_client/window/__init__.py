"""The one window: sign-in or workplace, and the sheets over it."""
