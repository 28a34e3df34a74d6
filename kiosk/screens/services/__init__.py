"""The tiles of services and categories."""
