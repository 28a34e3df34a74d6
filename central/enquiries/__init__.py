"""Enquiries of all halls, and their figures."""
