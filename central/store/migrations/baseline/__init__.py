"""The tables of the first release, as its one migration makes them; later migrations change them."""
