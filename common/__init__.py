"""What several programs need and none owns. Standard library only; it imports no other package of the project."""
