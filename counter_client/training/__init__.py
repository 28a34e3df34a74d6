"""Practising in a training room, and the guide of the first day."""
