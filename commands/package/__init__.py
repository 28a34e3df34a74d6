"""`main.py package`: the counter program as a package that a user installs."""
