"""Queue: ticket numbers, and blocks of them that kiosks keep."""
