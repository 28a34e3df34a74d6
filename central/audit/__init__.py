"""What the centre's staff did, and what halls sent of acts that must be provable later."""
