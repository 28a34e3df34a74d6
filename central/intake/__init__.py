"""Process a hall's batches: parse, check the stream, put bad entries into quarantine, store the rest once."""
