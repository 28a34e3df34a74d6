"""What visitors say of their visit, without names."""
