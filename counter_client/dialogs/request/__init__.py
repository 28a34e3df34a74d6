"""The details of a request that a visit registers."""
