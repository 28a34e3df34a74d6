"""Hand-painted parts that the programs share; each takes a Theme."""
