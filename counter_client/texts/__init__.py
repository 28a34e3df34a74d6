"""Words and sentences by id, in the language of the screen."""
