"""The TOML file of a program: which keys it has, how it is read and checked, and where each value comes from."""
