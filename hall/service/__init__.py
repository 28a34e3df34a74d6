"""The HTTP face of the hall: routes, access and the live link."""
