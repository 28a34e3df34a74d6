"""The centre: stores the records of every hall, each once."""
