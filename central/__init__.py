"""The centre: takes in every hall's records, each once."""
