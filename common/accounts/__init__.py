"""Accounts of people, for hall and centre: passwords, authenticators, how long wrong tries make one wait."""
