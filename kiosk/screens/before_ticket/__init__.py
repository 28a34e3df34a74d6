"""What is asked or shown between the choice of a service and its ticket."""
