"""Hand-painted parts that the three programs share; each takes a Theme and has one way in."""
