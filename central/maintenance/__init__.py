"""What the centre deletes at night."""
