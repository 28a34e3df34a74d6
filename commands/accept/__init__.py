"""`main.py accept`: a technician tries a machine with its printer, step by step, and signs the result."""
