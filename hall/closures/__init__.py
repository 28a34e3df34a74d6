"""Closures: sudden closings (storm, mourning), and Ramadan and Eid when the moon is seen, by the head or the centre."""
