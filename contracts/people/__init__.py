"""What goes over the wire about the people who may sign in to the hall's pages."""
