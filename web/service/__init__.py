"""What the Litestar applications of hall and centre have in common."""
