"""Painted screens of the kiosk; no rules."""
