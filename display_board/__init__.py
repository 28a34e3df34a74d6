"""The wall board that shows and speaks calls."""
