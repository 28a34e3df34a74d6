"""What a release of Dawr is: its version, and the signature that lets a machine install it."""
