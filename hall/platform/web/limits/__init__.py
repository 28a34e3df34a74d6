"""How often and how much one token, address or visitor may ask."""
