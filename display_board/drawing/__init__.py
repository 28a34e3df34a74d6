"""Sizes, digits and wording that all parts of the board share."""
