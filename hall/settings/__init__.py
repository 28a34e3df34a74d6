"""Settings of the hall: the set-up file, the centre's word, changes on pages, how they are merged."""
