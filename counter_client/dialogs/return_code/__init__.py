"""The code with which a visitor comes back."""
