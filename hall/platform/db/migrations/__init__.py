"""How the hall's database changes from version to version."""
