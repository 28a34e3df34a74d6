"""Closures: the hall closes suddenly (storm, mourning), by its head or by the centre."""
