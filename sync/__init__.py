"""Store and forward from a hall to the centre."""
