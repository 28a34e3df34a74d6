"""Help for visitors who see, hear or read otherwise: keypad, spoken guide, sign language."""
