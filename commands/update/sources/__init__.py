"""Where a machine gets its release from: the centre, its hall, or a file that a technician brings to a hall."""
