"""Take in a hall's batches: parse, check the stream, set aside what cannot be stored, store the rest once."""
