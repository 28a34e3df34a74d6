"""SQLAlchemy, the writer lane and the other doors to the world."""
