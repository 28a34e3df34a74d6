"""One module for each thing somebody asks of the hall."""
