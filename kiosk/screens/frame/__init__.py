"""What surrounds each screen: header, footer, pages of a tall text, keyboard focus."""
