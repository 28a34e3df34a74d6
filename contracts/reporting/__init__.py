"""Figures, reports, plan, order of calling, and one visit's story."""
