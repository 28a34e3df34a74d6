"""Halls as the centre knows them: registry, state, settings, inbox, and where visits stand."""
