"""Tables of the core; satellites keep theirs with themselves."""
