"""The closed lists of words that travel; rules may import them."""
