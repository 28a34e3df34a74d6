"""How the hall is set up, as its programs are informed of it."""
