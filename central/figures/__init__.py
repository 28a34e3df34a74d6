"""Figures over all halls: roll-ups, the figures of a day or period, the axes of the strategy."""
